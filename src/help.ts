/** What `pliego help` says. */
import type { MessageLanguage } from './diagnostics/catalogue.ts'

export const helpText: Readonly<Record<MessageLanguage, string>> = {
  es: `pliego: de un texto Markdown, PDF, Word, EPUB y HTML que dicen lo mismo

  pliego build [rutas…]     publica los textos (sin rutas: todos los de source/)
      -f, --format pdf,docx,epub,html   solo estos formatos
      -o, --out CARPETA                 carpeta de salida (dist)
          --strict                      un aviso también impide publicar
      -w, --watch                       vuelve a publicar cuando algo cambia
  pliego check [rutas…]     todos los mensajes, sin escribir nada
      -f, --format sarif                para los sitios que muestran código
          --strict                      un aviso también cuenta como fallo
  pliego outline [rutas…]   las secciones de cada texto, en árbol
  pliego repeats [rutas…]   párrafos que se repiten, también entre documentos
  pliego new NOMBRE         crea source/NOMBRE.md, comentado, para empezar
  pliego help | --version

  Con todas las órdenes:
      -t, --template NOMBRE             plantilla, en lugar de la del documento
          --json                        resultado para máquinas, en la salida estándar (no con new)
          --limite NOMBRE=NÚMERO        sube un límite: bytes, niveles, celdas, bytes-imagen, pixeles,
                                        inclusiones, segundos
          --lang es|en                  idioma de los mensajes (si no, el de LANG; si no, español)

Los mensajes, con un ejemplo y su remedio: docs/messages.md
Códigos de salida: 0 todo bien; 1 algún documento falló; 2 orden mal escrita.`,
  en: `pliego: from one Markdown text, PDF, Word, EPUB and HTML that say the same thing

  pliego build [paths…]     publishes texts (no paths: all of source/)
      -f, --format pdf,docx,epub,html   these formats only
      -o, --out FOLDER                  output folder (dist)
          --strict                      a warning stops a document too
      -w, --watch                       publishes again when something changes
  pliego check [paths…]     every message, and nothing written
      -f, --format sarif                for sites that show code
          --strict                      a warning counts as a failure too
  pliego outline [paths…]   the sections of every text, as a tree
  pliego repeats [paths…]   paragraphs that stand more than once, across documents too
  pliego new NAME           creates source/NAME.md, commented, to begin with
  pliego help | --version

  With every command:
      -t, --template NAME               template, in place of the document's own
          --json                        the result for machines, on standard output (not with new)
          --limit NAME=NUMBER           raises a limit: bytes, nesting, cells, image-bytes, pixels, includes,
                                        seconds
          --lang es|en                  language of the messages (else that of LANG; else Spanish)

The messages, each with an example and its remedy: docs/messages.en.md
Exit codes: 0 all is well; 1 a document failed; 2 wrong usage.`,
}
