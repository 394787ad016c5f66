/** Acronyms that need no explanation, in any language: codes, units, techniques, names that nobody spells out. */
import { entries } from './dates.ts'

export const knownEverywhere = entries(`
  AM | PM | AC | DC | CD | DVD | USB | PDF | EPUB | HTML | CSS | XML | JSON | CSV | URL | WWW | IP | PC | TV | FM | SMS
  GPS | WIFI | QR | LED | LCD | OK | VIP | DJ | SOS | ISO | ISBN | ISSN | DOI | ORCID | IBAN | SWIFT | UTC | GMT | ID
  USD | EUR | PEN | GBP | CHF | JPY | CNY | BRL | CLP | COP | MXN | ARS | BOB | PE | US | UK | KW | MW | GW | GB | MB
  TB | KG | KM | CM | MM | HA | UNESCO | UNICEF | FAO | INTERPOL | COVID | SARS | HIV | DNA | RNA | UHT | PVC | SA | SAC
`)
