// src/read/parse-worker.ts
import { workerData } from "node:worker_threads";

// src/read/markdown.ts
import { directiveFromMarkdown } from "mdast-util-directive";
import { defList } from "micromark-extension-definition-list";
import { directive } from "micromark-extension-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

// src/read/marked-constructs.ts
var www = /www\./iy;
var protocol = /https?:/iy;
var mail = /[\w.+-]+@/y;
function sticky(pattern) {
  return (text2, at) => {
    pattern.lastIndex = at;
    return pattern.test(text2);
  };
}
function mayBeRow(text2, at, { events }) {
  if (events.length > 0 && tableParts.has(lastBlock(events))) return true;
  const end = text2.indexOf("\n", at);
  return text2.slice(at, end === -1 ? text2.length : end).includes("|");
}
var tableParts = /* @__PURE__ */ new Set(["tableHead", "tableRow"]);
function lastBlock(events) {
  let at = events.length - 1;
  while (at > 0 && /^line/.test(events[at]?.[1].type ?? "")) at--;
  return events[at]?.[1].type ?? "";
}
var tests = {
  table: mayBeRow,
  wwwAutolink: sticky(www),
  protocolAutolink: sticky(protocol),
  emailAutolink: sticky(mail)
};
function whereMarked(extension, text2) {
  const made = /* @__PURE__ */ new Map();
  const each = (construct) => {
    const test = tests[construct.name ?? ""];
    if (test === void 0) return construct;
    const former = made.get(construct);
    if (former !== void 0) return former;
    const guarded = guard(construct, test, text2);
    made.set(construct, guarded);
    return guarded;
  };
  return { ...extension, flow: mapped(extension.flow, each), text: mapped(extension.text, each) };
}
function mapped(record, each) {
  const entries = Object.entries(record ?? {}).map(([code, constructs]) => {
    if (constructs === void 0) return [code, constructs];
    return [code, Array.isArray(constructs) ? constructs.map(each) : each(constructs)];
  });
  return Object.fromEntries(entries);
}
function guard(construct, test, text2) {
  const { previous, tokenize } = construct;
  const here = (context) => test(text2, context.now().offset, context);
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return here(this) ? tokenize.call(this, effects, ok, nok) : nok;
    },
    ...previous && {
      previous(code) {
        return previous.call(this, code) && here(this);
      }
    }
  };
}

// src/read/markdown.ts
function parseMarkdown(text2) {
  const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(onlyParsedLinks).use(onlyWhereMarked, text2);
  if (/::|:[^\s:[{]+[[{]/.test(text2)) parser.use(directives);
  if (/^[ \t>*+\-\d.)]*:(?:[ \t]|$)/m.test(text2)) parser.use(definitionLists);
  return parser.use(remarkFrontmatter).parse(text2);
}
function onlyWhereMarked(text2) {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => whereMarked(extension, text2));
}
function onlyParsedLinks() {
  const data = this.data();
  const extensions = data.fromMarkdownExtensions ?? [];
  data.fromMarkdownExtensions = extensions.flat().map(({ transforms: _, ...extension }) => extension);
}
function directives() {
  const data = this.data();
  const syntax = directive();
  data.micromarkExtensions = [...data.micromarkExtensions ?? [], { ...syntax, text: marked(syntax.text) }];
  data.fromMarkdownExtensions = [...data.fromMarkdownExtensions ?? [], directiveFromMarkdown()];
}
var meant = new RegExp("^:\\p{L}[^[{]*(?:\\[(?!\\^)|\\{)", "u");
function marked(constructs) {
  const colon = ":".charCodeAt(0);
  const [inline] = [constructs?.[colon] ?? []].flat();
  if (inline === void 0) throw new Error("the directive syntax has no text construct");
  const strict = {
    ...inline,
    tokenize(effects, ok, nok) {
      const named = (code) => {
        const whole = this.events.at(-1)?.[1];
        return whole !== void 0 && meant.test(this.sliceSerialize(whole)) ? ok(code) : nok(code);
      };
      return inline.tokenize.call(this, effects, named, nok);
    }
  };
  return { [colon]: strict };
}
function definitionLists() {
  const data = this.data();
  data.micromarkExtensions = [...data.micromarkExtensions ?? [], defList];
  data.fromMarkdownExtensions = [...data.fromMarkdownExtensions ?? [], definitionNodes];
}
var definitionNodes = {
  enter: {
    defList(token) {
      const node = { type: "definitionList", children: [], data: { hName: "dl" } };
      this.enter(node, token);
    },
    defListTerm(token) {
      const node = { type: "definitionTerm", children: [], data: { hName: "dt" } };
      this.enter(node, token);
    },
    defListDescription(token) {
      const node = {
        type: "definitionDescription",
        children: [],
        data: { hName: "dd" }
      };
      this.enter(node, token);
    }
  },
  exit: { defList: leave, defListTerm: leave, defListDescription: leave }
};
function leave(token) {
  this.exit(token);
}

// src/read/parse-worker.ts
var { text, done } = workerData;
try {
  parseMarkdown(text);
} finally {
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}
