/** Spanish. What differs in Peru stands in `es-PE.ts`. */
import { knownEverywhere } from './acronyms.ts'
import { entries, monthNames, placeAndDate } from './dates.ts'
import { angular, english, single } from './quotes.ts'
import type { Locale } from './types.ts'
import { spanishTypography } from './typography.ts'

const month = monthNames(
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
)

export const es: Locale = {
  tag: 'es',
  terms: {
    contents: 'Índice',
    skipToContent: 'Ir al contenido',
    summary: 'Resumen',
    number: 'N.º',
    to: 'Para',
    from: 'De',
    subject: 'Asunto',
    reference: 'Referencia',
    version: 'Versión',
    draft: 'Borrador',
    cover: 'Cubierta',
    titlePage: 'Portada',
    emblem: 'Emblema',
    beginReading: 'Comienzo del texto',
    keywords: 'Palabras clave',
    accessibility:
      'Texto con encabezados, índice y orden de lectura definidos, y alternativas para las imágenes. Sin sonido, vídeo ni destellos.',
    classification: {
      publico: 'Público',
      'uso-interno': 'Uso interno',
      reservado: 'Reservado',
      confidencial: 'Confidencial',
      secreto: 'Secreto',
    },
    figure: 'Figura',
    table: 'Tabla',
    code: 'Código',
    note: 'Nota',
    notes: 'Notas',
    backToText: 'Volver al texto',
    colophon: 'Sobre esta edición',
    date: 'Fecha',
    madeWith: 'Hecho con',
    rights: 'Derechos',
    series: 'Serie',
    publishedBy: 'Editado por',
    fingerprint: 'Huella del texto (SHA-256)',
    typefaces: 'Tipos de letra',
    pages: 'Páginas',
    cite: 'Cómo citar este documento',
    availableAt: 'Consultado en',
    enlarge: 'Ampliar la imagen',
    close: 'Cerrar',
    section: 'sección',
    annex: 'Anexo',
    page: 'página',
    figures: 'Índice de figuras',
    tables: 'Índice de tablas',
    glossary: 'Siglas',
    taskOpen: 'casilla por marcar',
    taskDone: 'casilla marcada',
    box: {
      note: 'Nota',
      'key-message': 'Mensaje clave',
      warning: 'Advertencia',
      recommendation: 'Recomendación',
      summary: 'Resumen',
    },
  },
  date: (year, monthNumber, day) => `${day} de ${month(monthNumber)} de ${year}`,
  placeDate: placeAndDate,
  pageOf: (page, pages) => `Página ${page} de ${pages}`,
  pageReference: [' (p. ', ')'],
  captionSeparator: '. ',
  quotes: { angulares: [angular, english, single], inglesas: [english, single, angular] },
  typography: spanishTypography,
  repeatReference: { before: 'Sobre este punto, véase ', open: '«', close: '»', after: '.' },
  readingTime: minutes => `${minutes} min de lectura`,
  decimal: { point: ',', group: '.' },
  openers: entries(`
    a consecuencia de ello | a diferencia de ello | a diferencia de esto | a este respecto | a ese respecto | a raíz de ello
    a raíz de esto | a su vez | a tal efecto | a tal fin | a tales efectos | a tales fines | a tal punto
    ambas | ambos | además | adicionalmente | al contrario | al mismo tiempo | al respecto | análogamente
    ante dicha | ante dicho | ante ello | ante esa | ante ese | ante eso | ante esta | ante este | ante esto
    ante tal | aparte de ello | aparte de esto | aquel | aquella | aquellas | aquello | aquellos
    asimismo | así | así mismo | aun así | aunque | bajo dicha | bajo dicho | bajo esa | bajo ese | bajo esta
    bajo este | complementariamente | con dicha | con dicho | con ello | con esa | con ese | con eso | con esta
    con este | con esto | con tal | conforme a ello | conforme a lo anterior | como consecuencia
    como resultado | consecuentemente | consiguientemente | contrariamente | cabe agregar | cabe añadir
    cabe precisar | cabe señalar | cabe resaltar | cabe destacar | cabe indicar | cabe mencionar
    cabe recordar | cabe subrayar | de ahí | de allí | de aquí que | de dicha | de dicho | de ello | de esa
    de ese | de eso | de esta | de este | de esto | de estas | de estos | de hecho | de igual forma
    de igual manera | de igual modo | de la misma forma | de la misma manera | del mismo modo
    de lo anterior | de lo contrario | de lo expuesto | de manera similar | de modo que | de otra parte
    de otro lado | de otro modo | de tal | de todos modos | debido a ello | debido a esto | dado lo anterior
    dicha | dichas | dicho | dichos | efectivamente | el anterior | el citado | el mencionado | el mismo
    el primero | el referido | el segundo | ello | en adición | en cambio | en concordancia
    en consecuencia | en consonancia | en conclusión | en definitiva | en dicha | en dichas | en dicho
    en dichos | en efecto | en ella | en ellas | en ello | en ellos | en esa | en esas | en ese | en eso
    en esos | en esta | en estas | en este | en esto | en estos | en tal | en tales | en tanto
    en ambos | en ambas | en aquel | en aquella | en línea con ello | en línea con lo anterior | en particular
    en el mismo | en la misma | en los mismos | en las mismas | en otras palabras | en otro orden
    en razón de ello | en resumen | en suma | en síntesis | en virtud de ello | en vista de ello | entonces
    entre ellas | entre ellos | entre estas | entre estos | esa | esas | ese | eso | esos
    esta | estas | este | esto | estos | ésta | éstas | éste | éstos | ésa | ésas | ése | ésos
    finalmente | frente a ello | frente a esta | frente a este | frente a esto | gracias a ello
    gracias a esta | gracias a este | gracias a esto | hasta entonces | igualmente | incluso
    la anterior | la citada | la mencionada | la misma | la primera | la referida | la segunda
    las citadas | las mencionadas | las mismas | las referidas | los citados | los mencionados | los mismos
    los referidos | lo anterior | lo antedicho | lo cual | lo dicho | lo expuesto | lo mismo | lo propio
    lo señalado | luego | luego de ello | luego de esto
    luego de eso | luego de esta | luego de este | luego de dicha | luego de dicho | más aún | mientras tanto | no obstante | para ello | para eso
    para esta | para este | para esto | para tal | para tales | para dicha | para dicho | pero
    pese a ello | pese a esto | pese a eso | a pesar de ello | a pesar de esto | a pesar de eso
    por añadidura | por consiguiente | por dicha | por dicho | por ejemplo | por el contrario
    por ello | por ende | por esa | por ese | por eso | por esta | por este | por esto | por estas
    por estos | por lo anterior | por lo cual | por lo expuesto | por lo mismo | por lo que | por lo tanto
    por otra parte | por otro lado | por su parte | por tal | por tales | por tanto | por último
    por un lado | por una parte | posteriormente | producto de ello | pues | pues bien | puntualmente
    respecto a ello | respecto a esto | respecto de ello | seguidamente | siendo así | sin embargo
    sin perjuicio de ello | sin perjuicio de lo anterior | sobre dicha | sobre dicho | sobre ello
    sobre esa | sobre ese | sobre eso | sobre esta | sobre este | sobre esto | sobre el particular
    su | sus | tal | tales | también | tampoco | tanto es así | tras ello | tras esto | tras dicha
    tras dicho | tras esta | tras este | una vez más | ya que
  `),
  falseOpeners: entries(`
    así como | así sea | como consecuencia de | como consecuencia del | como resultado de
    como resultado del | el mismo día en que | el primero de enero | este de
    en esta ciudad | en este documento | en este informe | en este acto | en la misma fecha que
    en particular el | en particular la | en particular los | en particular las | en tanto que
    en tanto no | esta nota | este documento | este informe | esta dirección | este ministerio
    este despacho | la primera vez que | la segunda guerra mundial | la primera guerra mundial
    la primera ministra | luego de | luego del | su alteza
    su eminencia | su excelencia | su majestad | su santidad | sus excelencias | sus majestades
    tal como | tal cual | tal vez | tales como
  `),
  abbreviations: entries(`
    a.c. | abg. | adm. | al. | alm. | apdo. | aprox. | arq. | art. | arts. | aa. | av. | bco. | bibl. | br.
    bs. | c.a. | c.e. | cc. | cap. | caps. | cdo. | cf. | cfr. | cía. | cmdt. | cnel. | cód. | col. | coord.
    cra. | d. | d.c. | d.l. | d.s. | dcha. | dept. | depto. | dir. | distr. | dist. | dna. | dpto. | dr. | dra.
    dras. | dres. | ed. | edit. | ee. | ej. | emb. | esp. | exc. | excma. | excmo. | exp. | fasc. | ff. | fig.
    figs. | fr. | gob. | gral. | hno. | hnos. | ibíd. | íd. | ilmo. | ilma. | inc. | incs. | ing. | izq.
    jr. | lic. | licda. | licdo. | lit. | lits. | ltda. | máx. | mag. | mg. | mgtr. | mín. | min. | mons. | mr.
    ms. | mt. | mz. | nn. | no. | nro. | nros. | núm. | núms. | num. | obs. | op. | ord. | p. | pág. | págs.
    párr. | párrs. | pbro. | pdte. | pdta. | p.ej. | pp. | ppto. | prof. | profa. | prov. | pte. | ptos. | r.
    reg. | rep. | res. | rev. | rr. | s. | sec. | secc. | sgto. | sig. | sigs. | sr. | sra. | sras. | sres. | srta.
    ss. | sta. | sto. | subt. | supl. | tel. | telf. | teléf. | tít. | trad. | ud. | uds. | urb. | v. | v.gr.
    vda. | vgr. | vid. | vol. | vols. | vs. | vv.
  `),
  smallWords: entries(`
    a | al | ante | bajo | como | con | contra | de | del | desde | e | el | en | entre | hacia | hasta | la
    las | lo | los | ni | o | para | pero | por | que | se | según | sin | sobre | su | sus | tras | u | un | una
    unas | unos | y
  `),
  knownAcronyms: [
    ...knownEverywhere,
    ...entries(`
    ADN | ARN | VIH | DNI | RUC | IGV | IVA | PIB | PBI | UIT | CV | SMV | TIC | ONG | OTAN | URSS | EE. UU. | UE | CEO | SRL | EIRL | SAA | NN | AA | RR | EE | UU | FF | DS | RM | RS | RD | RVM | DL | DU
  `),
  ],
  negations: entries(`
    no | ni | nunca | jamás | nada | nadie | ningún | ninguna | ningunas | ninguno | ningunos | sin | tampoco | excepto
    salvo
  `),
}
