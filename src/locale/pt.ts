/** Portuguese. */
import { knownEverywhere } from './acronyms.ts'
import { entries, monthNames, placeAndDate } from './dates.ts'
import { angular, english, single } from './quotes.ts'
import type { Locale } from './types.ts'
import { portugueseTypography } from './typography.ts'

const month = monthNames(
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
)

export const pt: Locale = {
  tag: 'pt',
  terms: {
    contents: 'Índice',
    skipToContent: 'Ir para o conteúdo',
    summary: 'Resumo',
    number: 'N.º',
    to: 'Para',
    from: 'De',
    subject: 'Assunto',
    reference: 'Referência',
    version: 'Versão',
    draft: 'Minuta',
    cover: 'Capa',
    titlePage: 'Folha de rosto',
    emblem: 'Emblema',
    beginReading: 'Início do texto',
    keywords: 'Palavras-chave',
    accessibility:
      'Texto com títulos, índice e ordem de leitura definidos, e alternativas para as imagens. Sem som, vídeo nem clarões.',
    classification: {
      publico: 'Público',
      'uso-interno': 'Uso interno',
      reservado: 'Reservado',
      confidencial: 'Confidencial',
      secreto: 'Secreto',
    },
    figure: 'Figura',
    table: 'Tabela',
    code: 'Código',
    note: 'Nota',
    notes: 'Notas',
    backToText: 'Voltar ao texto',
    colophon: 'Sobre esta edição',
    date: 'Data',
    madeWith: 'Feito com',
    rights: 'Direitos',
    series: 'Série',
    publishedBy: 'Publicado por',
    fingerprint: 'Impressão digital do texto (SHA-256)',
    typefaces: 'Tipos de letra',
    pages: 'Páginas',
    cite: 'Como citar este documento',
    availableAt: 'Disponível em',
    enlarge: 'Ampliar a imagem',
    close: 'Fechar',
    section: 'seção',
    annex: 'Anexo',
    page: 'página',
    figures: 'Lista de figuras',
    tables: 'Lista de tabelas',
    glossary: 'Siglas',
    taskOpen: 'caixa por marcar',
    taskDone: 'caixa marcada',
    box: {
      note: 'Nota',
      'key-message': 'Mensagem principal',
      warning: 'Advertência',
      recommendation: 'Recomendação',
      summary: 'Resumo',
    },
  },
  date: (year, monthNumber, day) => `${day === 1 ? '1º' : day} de ${month(monthNumber)} de ${year}`,
  placeDate: placeAndDate,
  pageOf: (page, pages) => `Página ${page} de ${pages}`,
  pageReference: [' (p. ', ')'],
  captionSeparator: ' – ',
  quotes: { angulares: [angular, english, single], inglesas: [english, single, angular] },
  typography: portugueseTypography,
  repeatReference: { before: 'Sobre este ponto, ver ', open: '“', close: '”', after: '.' },
  readingTime: minutes => `${minutes} min de leitura`,
  decimal: { point: ',', group: '.' },
  openers: entries(`
    a esse respeito | a este respeito | a seguir | a par disso | adicionalmente | ademais | além disso
    além disto | ainda assim | ambas | ambos | analogamente | ao contrário | ao mesmo tempo | apesar disso
    após isso | aquela | aquelas | aquele | aqueles | aquilo | assim | com isso | com isto | com efeito
    como consequência | como resultado | consequentemente | contudo | da mesma forma | da mesma maneira
    de fato | de facto | de igual modo | dessa forma | dessa maneira | desse modo | desta forma
    desta maneira | deste modo | diante disso | disso | disto | do mesmo modo | dita | ditas | dito | ditos
    em consequência | em ambos | em contrapartida | em particular | em resumo | em suma | em síntese
    em tal | em virtude disso | embora | enfim | então | entretanto | essa | essas | esse | esses | esta
    estas | este | estes | finalmente | graças a isso | igualmente | inclusive | isso | isto | já que
    logo | mas | mesmo assim | na mesma linha | na mesma | naquela | naquele | não obstante | nela | nele
    nessa | nessas | nesse | nesses | nesta | nestas | neste | nestes | nisso | nisto | no entanto
    no mesmo | o mesmo | a mesma | os mesmos | as mesmas | o referido | a referida | os referidos
    as referidas | outrossim | para isso | para isto | para tal | para tanto | pois | por conseguinte
    por essa | por esse | por esta | por este | por exemplo | por fim | por isso | por outro lado
    por sua vez | por tal | por último | porém | portanto | posteriormente | quanto a isso | sem embargo
    sendo assim | seu | seus | sobre isso | sobre isto | sua | suas | tais | tal | também | tampouco
    todavia
  `),
  falseOpeners: entries(`
    em particular a | em particular o | então presidente | este documento | este relatório | logo que
    neste documento | neste relatório | sua alteza
    sua eminência | sua excelência | sua majestade | sua santidade | suas excelências
    tais como | tal como | tal qual | tal vez
  `),
  abbreviations: entries(`
    a.c. | adm. | al. | alm. | aprox. | art. | arts. | av. | cap. | caps. | cel. | cf. | cfr. | cia. | cód. | col.
    d. | d.c. | dep. | depto. | des. | dir. | dr. | dra. | dras. | drs. | ed. | eds. | emb. | eng. | esp. | ex.
    exa. | exma. | exmo. | fig. | figs. | gal. | gov. | gen. | ibid. | id. | inc. | jr. | ltda. | máx. | mín.
    min. | mons. | n. | no. | nos. | núm. | obs. | op. | p. | pág. | págs. | p.ex. | pe. | pp. | pres. | prof.
    profa. | prov. | r. | reg. | rep. | rev. | s. | séc. | seç. | sen. | sr. | sra. | sras. | srs. | sta. | sto.
    tel. | tít. | trad. | v. | vol. | vols. | vs.
  `),
  smallWords: entries(`
    a | ante | ao | aos | as | até | às | à | com | como | contra | da | das | de | desde | do | dos | e | em
    entre | na | nas | nem | no | nos | o | os | ou | para | pela | pelas | pelo | pelos | por | que | se | sem
    sob | sobre | um | uma
  `),
  knownAcronyms: [
    ...knownEverywhere,
    ...entries(`
    ADN | VIH | HIV | CPF | CNPJ | PIB | IVA | ONG | ONU | UE | EUA | OTAN
  `),
  ],
  negations: entries(`
    não | nem | nunca | jamais | nada | ninguém | nenhum | nenhuma | nenhumas | nenhuns | sem | tampouco | exceto
    salvo
  `),
}
