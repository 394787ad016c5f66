/** Check boxes of task lists: content controls that a reader may tick (MS-DOCX 2.6.1.8). */
import { TextRun, type XmlComponent } from 'docx'
import type { Build } from './build.ts'
import { xml } from './runs.ts'

/** Word has no font of its own for these signs on every system; this one comes with Windows. */
const font = 'Segoe UI Symbol'
const word2010 = 'http://schemas.microsoft.com/office/word/2010/wordml'

/** Its title says in words what the sign shows. */
export function checkBox(task: 'open' | 'done', build: Build): XmlComponent {
  const { taskOpen, taskDone } = build.locale.terms
  const done = task === 'done'
  const state = (name: string, code: string) => xml(name, { 'w14:val': code, 'w14:font': font })
  return xml('w:sdt', {}, [
    xml('w:sdtPr', {}, [
      xml('w:alias', { 'w:val': done ? taskDone : taskOpen }),
      xml('w14:checkbox', { 'xmlns:w14': word2010 }, [
        xml('w14:checked', { 'w14:val': done ? 1 : 0 }),
        state('w14:checkedState', '2611'),
        state('w14:uncheckedState', '2610'),
      ]),
    ]),
    xml('w:sdtContent', {}, [new TextRun({ text: done ? '☑' : '☐', font })]),
  ])
}
