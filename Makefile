# What people run. Only Node.js and make are needed; packages are installed when they are missing.
PLIEGO := node build/cli.js
# make all OPCIONES="--strict"
OPCIONES ?=
# make release SALIDA=/srv/publicacion
SALIDA ?= dist

.PHONY: all pdf docx epub html watch check outline repeats lint test tables bench release verify conformance conformance-tools \
  reproducible faults fuzz new clean help
.DEFAULT_GOAL := all

all: build/cli.js ## publica todos los textos de source/ en dist/ (o en SALIDA)
	@$(PLIEGO) build --out "$(SALIDA)" $(OPCIONES)

pdf docx epub html: build/cli.js ## publica un solo formato
	@$(PLIEGO) build --format $@ --out "$(SALIDA)" $(OPCIONES)

watch: build/cli.js ## publica de nuevo con cada cambio, hasta Ctrl-C
	@$(PLIEGO) build --watch --out "$(SALIDA)" $(OPCIONES)

check: build/cli.js ## revisa los textos sin escribir nada
	@$(PLIEGO) check $(OPCIONES)

outline: build/cli.js ## muestra las secciones de cada texto
	@$(PLIEGO) outline $(OPCIONES)

repeats: build/cli.js ## lista los párrafos repetidos
	@$(PLIEGO) repeats $(OPCIONES)

new: build/cli.js ## crea un texto: make new NOMBRE="nota sobre comercio"
	@$(PLIEGO) new "$(NOMBRE)"

lint: node_modules/.package-lock.json ## tipos, estilo y formato del programa
	@node_modules/.bin/tsc --noEmit
	@node_modules/.bin/biome ci --error-on-warnings .

test: build/cli.js ## prueba el programa
	@node_modules/.bin/vitest run --project test

tables: build/cli.js ## las pruebas largas: normas y fallos plantados, caso por caso
	@node_modules/.bin/vitest run --project tables

bench: build/cli.js ## mide el tiempo, junto al de pandoc donde lo haya
	@node bench/cold.mjs

release: build/cli.js ## publicación completa en dist/ (o en SALIDA), comprobada: make release CONFORMIDAD=no la hace sin los comprobadores
ifeq ($(CONFORMIDAD),no)
	@$(PLIEGO) release --out "$(SALIDA)" $(OPCIONES)
else
	@node scripts/conformance/run.mjs $(findstring --assets beside,$(OPCIONES))
	@$(PLIEGO) release --conformance build/conformance.json --out "$(SALIDA)" $(OPCIONES)
	@node scripts/conformance/run.mjs "$(SALIDA)/index.html" --report build/conformance-page.json
endif

verify: build/cli.js ## comprueba la publicación de dist/ (o de SALIDA)
	@$(PLIEGO) verify "$(SALIDA)"

conformance: build/cli.js ## comprueba cada archivo contra su norma; OPCIONES=--self-test prueba los comprobadores
	@node scripts/conformance/run.mjs $(OPCIONES)

conformance-tools: ## instala los comprobadores que usan conformance y release
	@node scripts/conformance/install.mjs

reproducible: build/cli.js ## construye en varios entornos y compara cada byte
	@node scripts/reproducible.mjs

faults: build/cli.js ## interrumpe, llena el disco, construye a la vez: nada queda a medias
	@node scripts/faults.mjs

fuzz: build/cli.js ## entradas al azar, con semilla: make fuzz OPCIONES="--count 1000 --seed 7"
	@node scripts/fuzz/fuzz.mjs $(OPCIONES)

clean: ## borra lo que se hace de nuevo: dist/ y build/
	@rm -rf dist build

help: ## esta lista
	@sed -n 's/^\([a-z][a-z -]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-28s %s\n", $$1, $$2}'

build/cli.js: node_modules/.package-lock.json package.json tsconfig.json scripts/bundle.mjs $(shell find src -type f)
	@node scripts/bundle.mjs

node_modules/.package-lock.json: package.json package-lock.json
	@npm ci --ignore-scripts --no-fund --no-audit
	@touch $@
