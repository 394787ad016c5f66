/**
 * Numbers, ordinals, fractions and months written as words, lower case, by primary language subtag: what a
 * difference between two texts must show first. Words that are mostly no number («un», «one», «second» of time) count
 * all the same: to show one too many first costs nothing.
 */
const numerals: Readonly<Record<string, string>> = {
  es: `cero uno una un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
    diecisiete dieciocho diecinueve veinte veintiuno veintiún veintiuna veintidós veintitrés veinticuatro veinticinco
    veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien
    ciento doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos quinientas
    seiscientos seiscientas setecientos setecientas ochocientos ochocientas novecientos novecientas mil millón
    millones billón billones primer primero primera primeros primeras segundo segunda segundos segundas tercer
    tercero tercera terceros terceras cuarto cuarta quinto quinta sexto sexta séptimo séptima octavo octava noveno
    novena décimo décima undécimo undécima duodécimo duodécima vigésimo vigésima trigésimo trigésima medio media
    mitad tercio tercios doble triple ambos ambas enero febrero marzo abril mayo junio julio agosto septiembre
    setiembre octubre noviembre diciembre`,
  en: `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million millions billion
    billions first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth thirtieth
    half thirds quarter quarters double triple both january february march april may june july august september
    october november december`,
  pt: `zero um uma dois duas três quatro cinco seis sete oito nove dez onze doze treze quatorze catorze quinze
    dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove vinte trinta quarenta cinquenta sessenta setenta
    oitenta noventa cem cento duzentos duzentas trezentos trezentas quatrocentos quatrocentas quinhentos quinhentas
    seiscentos seiscentas setecentos setecentas oitocentos oitocentas novecentos novecentas mil milhão milhões
    bilhão bilhões bilião biliões primeiro primeira primeiros primeiras segundo segunda terceiro terceira quarto
    quarta quinto quinta sexto sexta sétimo sétima oitavo oitava nono nona décimo décima vigésimo vigésima meio meia
    metade terço terços dobro triplo ambos ambas janeiro fevereiro março abril maio junho julho agosto setembro
    outubro novembro dezembro`,
  fr: `zéro un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
    dix-huit dix-neuf vingt vingts trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingts
    quatre-vingt-dix cent cents mille million millions milliard milliards premier première premiers premières second
    seconde deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième
    vingtième trentième demi demie moitié tiers quart quarts double triple janvier février mars avril mai juin juillet
    août septembre octobre novembre décembre`,
}

/**
 * @param language - BCP 47
 * @returns none for a language without a table
 */
export function numeralsOf(language: string): ReadonlySet<string> {
  const [primary = ''] = language.toLowerCase().split('-')
  return new Set(numerals[primary]?.split(/\s+/))
}
