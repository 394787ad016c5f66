/** What `pliego help` says. */
import type { MessageLanguage } from './diagnostics/catalogue.ts'

export const helpText: Readonly<Record<MessageLanguage, string>> = {
  es: `pliego: de un texto Markdown, PDF, Word, EPUB y HTML que dicen lo mismo

  pliego build [rutas…]     publica los textos (sin rutas: todos los de source/)
      -f, --format pdf,docx,epub,html   solo estos formatos
      -o, --out CARPETA                 carpeta de salida (dist)
          --assets beside               hojas de estilo, letras, imágenes y guion de la página web, en una
                                        carpeta a su lado (inside: todo en un archivo)
          --strict                      un aviso también impide publicar
          --prove                       relee los archivos y comprueba que dicen lo mismo que el texto
      -w, --watch                       vuelve a publicar cuando algo cambia
          --word-template ARCHIVO       documento de Word de la casa (.docx, .dotx) como plantilla
          --draft                       como borrador, diga lo que diga el documento
          --line-numbers                líneas numeradas en Word, para revisar
  pliego check [rutas…]     todos los mensajes, sin escribir nada
      -f, --format sarif                para los sitios que muestran código
          --strict                      un aviso también cuenta como fallo
  pliego outline [rutas…]   las secciones de cada texto, en árbol
  pliego repeats [rutas…]   párrafos que se repiten, también entre documentos
  pliego collate [rutas…]   compara los archivos ya publicados con sus textos
  pliego release [rutas…]   publicación completa: página, manifiesto, sumas, ZIP
      -o, --out CARPETA                 carpeta de la publicación (dist)
          --assets beside               como en build
          --previous CARPETA|ETIQUETA   publicación anterior (si no, la etiqueta de git anterior)
          --allow-classification CLASE  publica también los documentos de esa clase
          --conformance ARCHIVO         informe de «make conformance» que demuestra lo declarado
  pliego verify CARPETA     comprueba una publicación, y la rehace si su texto está aquí
  pliego changes ANTES AHORA   qué cambió, por secciones: publicaciones, textos o etiquetas de git
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
          --assets beside               style sheets, fonts, pictures and script of the web page in a folder
                                        beside it (inside: all in one file)
          --strict                      a warning stops a document too
          --prove                       reads the files back and compares them with the text
      -w, --watch                       publishes again when something changes
          --word-template FILE          a Word file of the house (.docx, .dotx) as template
          --draft                       as a draft, whatever the document says
          --line-numbers                numbered lines in Word, for review
  pliego check [paths…]     every message, and nothing written
      -f, --format sarif                for sites that show code
          --strict                      a warning counts as a failure too
  pliego outline [paths…]   the sections of every text, as a tree
  pliego repeats [paths…]   paragraphs that stand more than once, across documents too
  pliego collate [paths…]   compares published files with their texts
  pliego release [paths…]   a whole release: page, manifest, checksums, ZIP
      -o, --out FOLDER                  folder of the release (dist)
          --assets beside               as for build
          --previous FOLDER|TAG         release before (else the git tag before)
          --allow-classification CLASS  releases documents of that class too
          --conformance FILE            report of “make conformance” that proves what is claimed
  pliego verify FOLDER      checks a release, and makes it again where its text is here
  pliego changes OLD NEW    what changed, by section: releases, texts or git tags
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
