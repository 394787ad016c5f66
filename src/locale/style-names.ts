/** What editors read in a word processor's list of styles, for those that it has no name of its own for. */
import type { BoxKind } from '../publication/model.ts'
import { localeFor } from './locale.ts'

const es = {
  innerHeading: 'Encabezado interior',
  repeatReference: 'Remisión',
  brandLine: 'Línea de marca',
  organisation: 'Organización',
  department: 'Dependencia',
  classification: 'Clasificación',
  draftMark: 'Marca de borrador',
  authors: 'Autoría',
  field: 'Dato',
  label: 'rótulo',
  head: 'cabecera',
  cell: 'celda',
  note: 'nota',
  box: 'Recuadro',
  title: 'título',
  quotation: 'Cita',
  frame: 'marco',
  term: 'Término',
  description: 'Definición',
  glossary: 'Siglas',
  address: 'Dirección',
  codeKeyword: 'palabra clave',
  codeString: 'cadena',
  codeNumber: 'número',
  codeComment: 'comentario',
  codeTitle: 'nombre',
  codeAttribute: 'atributo',
}

type Words = Readonly<Record<keyof typeof es, string>>

const en: Words = {
  innerHeading: 'Inner heading',
  repeatReference: 'Reference to a repeat',
  brandLine: 'Brand line',
  organisation: 'Organisation',
  department: 'Department',
  classification: 'Classification',
  draftMark: 'Draft mark',
  authors: 'Authors',
  field: 'Field',
  label: 'label',
  head: 'head',
  cell: 'cell',
  note: 'note',
  box: 'Box',
  title: 'title',
  quotation: 'Quotation',
  frame: 'frame',
  term: 'Term',
  description: 'Definition',
  glossary: 'Acronyms',
  address: 'Address',
  codeKeyword: 'keyword',
  codeString: 'string',
  codeNumber: 'number',
  codeComment: 'comment',
  codeTitle: 'name',
  codeAttribute: 'attribute',
}

const pt: Words = {
  innerHeading: 'Título interno',
  repeatReference: 'Remissão',
  brandLine: 'Linha da marca',
  organisation: 'Organização',
  department: 'Departamento',
  classification: 'Classificação',
  draftMark: 'Marca de rascunho',
  authors: 'Autoria',
  field: 'Dado',
  label: 'rótulo',
  head: 'cabeçalho',
  cell: 'célula',
  note: 'nota',
  box: 'Caixa',
  title: 'título',
  quotation: 'Citação',
  frame: 'moldura',
  term: 'Termo',
  description: 'Definição',
  glossary: 'Siglas',
  address: 'Endereço',
  codeKeyword: 'palavra-chave',
  codeString: 'cadeia',
  codeNumber: 'número',
  codeComment: 'comentário',
  codeTitle: 'nome',
  codeAttribute: 'atributo',
}

const fr: Words = {
  innerHeading: 'Intertitre',
  repeatReference: 'Renvoi',
  brandLine: 'Ligne de la marque',
  organisation: 'Organisation',
  department: 'Service',
  classification: 'Classification',
  draftMark: 'Mention de projet',
  authors: 'Auteurs',
  field: 'Rubrique',
  label: 'intitulé',
  head: 'en-tête',
  cell: 'cellule',
  note: 'note',
  box: 'Encadré',
  title: 'titre',
  quotation: 'Citation',
  frame: 'cadre',
  term: 'Terme',
  description: 'Définition',
  glossary: 'Sigles',
  address: 'Adresse',
  codeKeyword: 'mot-clé',
  codeString: 'chaîne',
  codeNumber: 'nombre',
  codeComment: 'commentaire',
  codeTitle: 'nom',
  codeAttribute: 'attribut',
}

/** Between what a style is for and the part of it. */
const colons: Readonly<Record<string, string>> = { fr: ' : ' }

const tables: Readonly<Record<string, Words>> = { es, en, pt, fr }

/** Names of styles; those of a kind of box go by the kind. */
export type StyleNames = ReturnType<typeof styleNames>

/** @param language - BCP 47, of the document; one that has texts of the program's own */
export function styleNames(language: string) {
  const locale = localeFor(language)
  const words = tables[locale?.tag.split('-', 1)[0] ?? '']
  if (locale === null || words === undefined) throw new Error(`no names of styles for ${language}`)
  const { terms } = locale
  const part = (of: string, name: string) => of + (colons[locale.tag] ?? ': ') + name
  const { label, head, cell, note, title, quotation, frame, ...names } = words
  const code = {
    keyword: words.codeKeyword,
    string: words.codeString,
    number: words.codeNumber,
    comment: words.codeComment,
    title: words.codeTitle,
    attribute: words.codeAttribute,
  }
  return {
    ...names,
    fieldLabel: part(names.field, label),
    summary: terms.summary,
    summaryLabel: part(terms.summary, label),
    table: terms.table,
    quotationFrame: `${quotation} (${frame})`,
    tableHead: part(terms.table, head),
    tableCell: part(terms.table, cell),
    tableNote: part(terms.table, note),
    boxTitle: part(names.box, title),
    codeOf: (kind: keyof typeof code) => part(terms.code, code[kind]),
    boxOf: (kind: BoxKind) => part(names.box, terms.box[kind].toLowerCase()),
    boxFrameOf: (kind: BoxKind) => `${part(names.box, terms.box[kind].toLowerCase())} (${frame})`,
    boxTitleOf: (kind: BoxKind) => `${part(names.box, terms.box[kind].toLowerCase())} (${title})`,
  }
}
