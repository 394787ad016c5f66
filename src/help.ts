/** What `pliego help` says. */
export const helpText = `pliego: de un texto Markdown, PDF, Word, EPUB y HTML que dicen lo mismo

  pliego build [rutas…]     publica los textos (sin rutas: todos los de source/)
      -f, --format pdf,docx,epub,html   solo estos formatos
      -o, --out CARPETA                 carpeta de salida (dist)
      -t, --template NOMBRE             plantilla, en lugar de la del documento
          --strict                      un aviso también impide publicar
      -w, --watch                       vuelve a publicar cuando algo cambia
          --json                        resultado para máquinas, en la salida estándar
  pliego check [rutas…]     todos los mensajes, sin escribir nada
      -f, --format sarif                para los sitios que muestran código
  pliego outline [rutas…]   las secciones de cada texto, en árbol
  pliego repeats [rutas…]   párrafos que se repiten, también entre documentos
  pliego new NOMBRE         crea source/NOMBRE.md, comentado, para empezar
  pliego help | --version

Códigos de salida: 0 todo bien; 1 algún documento falló; 2 orden mal escrita.`
