/** Texts of the release page, in the languages that documents may have. */

export interface ReleaseTerms {
  readonly title: string
  readonly documents: string
  readonly downloads: string
  readonly version: string
  readonly pages: (count: number) => string
  readonly words: (count: number) => string
  /** Names of the formats, for those who don't know their letters. */
  readonly formats: Readonly<Record<'pdf' | 'docx' | 'epub' | 'html' | 'json', string>>
  readonly firstPage: (title: string) => string
  readonly changes: string
  /** Since which version; '' where it has no name. */
  readonly since: (version: string) => string
  readonly unchanged: string
  readonly newDocument: string
  readonly added: string
  readonly removed: string
  readonly changed: string
  readonly moved: string
  readonly markupOnly: string
  readonly difference: string
  readonly gone: (titles: string) => string
  readonly verification: string
  readonly verificationText: string
  readonly file: string
  readonly everything: string
  readonly checksums: string
  readonly manifest: string
  readonly parts: string
  readonly collated: string
}

const counted = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`

const es: ReleaseTerms = {
  title: 'Publicación',
  documents: 'Documentos',
  downloads: 'Descargas',
  version: 'Versión',
  pages: counted('página', 'páginas'),
  words: counted('palabra', 'palabras'),
  formats: {
    pdf: 'PDF, para imprimir',
    docx: 'Word, para editar',
    epub: 'EPUB, libro electrónico',
    html: 'HTML, para leer en pantalla',
    json: 'JSON, datos de las secciones',
  },
  firstPage: title => `Primera página de «${title}»`,
  changes: 'Qué cambió',
  since: version => (version === '' ? 'desde la publicación anterior' : `desde la versión ${version}`),
  unchanged: 'El texto no cambió.',
  newDocument: 'Documento nuevo.',
  added: 'Añadida',
  removed: 'Suprimida',
  changed: 'Modificada',
  moved: 'Trasladada',
  markupOnly: 'sin cambio de palabras',
  difference: 'Ver las palabras que cambiaron',
  gone: titles => `Ya no se publica: ${titles}.`,
  verification: 'Comprobación',
  verificationText: 'Con SHA256SUMS en la misma carpeta:',
  file: 'Archivo',
  everything: 'Todo en un archivo ZIP',
  checksums: 'Sumas SHA-256',
  manifest: 'Manifiesto',
  parts: 'Lista de componentes (CycloneDX)',
  collated: 'Los cuatro formatos se volvieron a leer y dicen lo mismo.',
}

const en: ReleaseTerms = {
  title: 'Release',
  documents: 'Documents',
  downloads: 'Downloads',
  version: 'Version',
  pages: counted('page', 'pages'),
  words: counted('word', 'words'),
  formats: {
    pdf: 'PDF, to print',
    docx: 'Word, to edit',
    epub: 'EPUB, electronic book',
    html: 'HTML, to read on screen',
    json: 'JSON, data of the sections',
  },
  firstPage: title => `First page of “${title}”`,
  changes: 'What changed',
  since: version => (version === '' ? 'since the previous release' : `since version ${version}`),
  unchanged: 'The text did not change.',
  newDocument: 'New document.',
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
  markupOnly: 'no change of words',
  difference: 'Show the words that changed',
  gone: titles => `No longer published: ${titles}.`,
  verification: 'Verification',
  verificationText: 'With SHA256SUMS in the same folder:',
  file: 'File',
  everything: 'Everything in one ZIP file',
  checksums: 'SHA-256 checksums',
  manifest: 'Manifest',
  parts: 'List of components (CycloneDX)',
  collated: 'The four formats were read back and say the same.',
}

const pt: ReleaseTerms = {
  title: 'Publicação',
  documents: 'Documentos',
  downloads: 'Transferências',
  version: 'Versão',
  pages: counted('página', 'páginas'),
  words: counted('palavra', 'palavras'),
  formats: {
    pdf: 'PDF, para imprimir',
    docx: 'Word, para editar',
    epub: 'EPUB, livro eletrônico',
    html: 'HTML, para ler na tela',
    json: 'JSON, dados das seções',
  },
  firstPage: title => `Primeira página de “${title}”`,
  changes: 'O que mudou',
  since: version => (version === '' ? 'desde a publicação anterior' : `desde a versão ${version}`),
  unchanged: 'O texto não mudou.',
  newDocument: 'Documento novo.',
  added: 'Acrescentada',
  removed: 'Suprimida',
  changed: 'Alterada',
  moved: 'Deslocada',
  markupOnly: 'sem mudança de palavras',
  difference: 'Ver as palavras que mudaram',
  gone: titles => `Já não se publica: ${titles}.`,
  verification: 'Verificação',
  verificationText: 'Com SHA256SUMS na mesma pasta:',
  file: 'Arquivo',
  everything: 'Tudo em um arquivo ZIP',
  checksums: 'Somas SHA-256',
  manifest: 'Manifesto',
  parts: 'Lista de componentes (CycloneDX)',
  collated: 'Os quatro formatos foram relidos e dizem o mesmo.',
}

const fr: ReleaseTerms = {
  title: 'Publication',
  documents: 'Documents',
  downloads: 'Téléchargements',
  version: 'Version',
  pages: counted('page', 'pages'),
  words: counted('mot', 'mots'),
  formats: {
    pdf: 'PDF, à imprimer',
    docx: 'Word, à modifier',
    epub: 'EPUB, livre numérique',
    html: 'HTML, à lire à l’écran',
    json: 'JSON, données des sections',
  },
  firstPage: title => `Première page de « ${title} »`,
  changes: 'Ce qui a changé',
  since: version => (version === '' ? 'depuis la publication précédente' : `depuis la version ${version}`),
  unchanged: 'Le texte n’a pas changé.',
  newDocument: 'Nouveau document.',
  added: 'Ajoutée',
  removed: 'Supprimée',
  changed: 'Modifiée',
  moved: 'Déplacée',
  markupOnly: 'sans changement de mots',
  difference: 'Voir les mots qui ont changé',
  gone: titles => `N’est plus publié : ${titles}.`,
  verification: 'Vérification',
  verificationText: 'Avec SHA256SUMS dans le même dossier :',
  file: 'Fichier',
  everything: 'Le tout dans un fichier ZIP',
  checksums: 'Sommes SHA-256',
  manifest: 'Manifeste',
  parts: 'Liste des composants (CycloneDX)',
  collated: 'Les quatre formats ont été relus et disent la même chose.',
}

const tables: Readonly<Record<string, ReleaseTerms>> = { es, en, pt, fr }

/** @param language - BCP 47, one that `localeFor` has a table for */
export function releaseTerms(language: string): ReleaseTerms {
  return tables[language.toLowerCase().split('-')[0] ?? ''] ?? es
}
