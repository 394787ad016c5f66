/**
 * @param names - of the twelve months, separated by spaces
 * @returns the name of a month counted from 1
 * @throws RangeError for any other number
 */
export function monthNames(names: string): (month: number) => string {
  const list = names.split(' ')
  return month => {
    const name = list[month - 1]
    if (name === undefined) throw new RangeError(`no month ${month}`)
    return name
  }
}

/** «Lima, 23 de noviembre de 2026»; either part may be ''. */
export function placeAndDate(place: string, date: string): string {
  return [place, date].filter(part => part !== '').join(', ')
}

/** One entry per line, or several separated by ` | `; blank ones left out. */
export function entries(text: string): readonly string[] {
  return text
    .split(/[|\n]/)
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
}
