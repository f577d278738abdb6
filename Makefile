# make demo   installs what is missing, builds, and searches the corpus
# make test   installs what is missing, checks format and vocabularies, runs all tests
# make help   says what else there is

SHELL := /bin/bash
.DEFAULT_GOAL := help
DEBIAN_PACKAGES := libsqlite3-dev libstemmer-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxlsxwriter-dev zlib1g-dev \
  libsodium-dev pkg-config python3 xlsx2csv
PUBLIC_MODULES := Praticario PraticarioSearch PraticarioCorpus PraticarioSystem PraticarioPublishing PraticarioIntake PraticarioReport PraticarioStatistics \
  PraticarioWeb
SOURCES := Package.swift Plugins Sources Tests Benchmarks
PROGRAM := .build/release/praticario
PREFIX ?= /usr/local
ZSH_COMPLETIONS ?= $(PREFIX)/share/zsh/site-functions

.PHONY: fuzz help demo test app build install deb packages python documents pictures docs symbols man lint format transcripts clean

help: ## Say what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: build ## Install what is missing, build, and search the corpus
	@echo; echo '$$ praticario search anziani soli territorio:lazio --kb corpus'; echo
	@$(PROGRAM) search anziani soli territorio:lazio --kb corpus --limit 3
	@echo; echo 'Il programma: $(PROGRAM). Prova: $(PROGRAM) search tema:carcere --kb corpus'

build: packages ## Build the program for daily use
	swift build -c release --product praticario --static-swift-stdlib

test: DEBIAN_PACKAGES += pandoc weasyprint librsvg2-bin poppler-utils libvips-tools default-jre-headless python3-venv git unzip nodejs chromium hunspell hunspell-it
test: packages lint python ## Install what is missing, check everything, run all tests
	swift build --build-tests
	@$(MAKE) --no-print-directory app
	PRATICARIO_PYTHON=$(CURDIR)/.build/python/bin/python swift test --skip-build

# What our own build made is used, not made again. The plan of a build lies there too, and would be taken for that of the
# other package: it goes before and after.
app: ## Build an app outside the package with the library, and run it
	cp Package.resolved Tests/AppOutside/
	@rm -f .build/debug.yaml
	swift build --package-path Tests/AppOutside --scratch-path .build --force-resolved-versions; \
	  status=$$?; rm -f .build/debug.yaml; exit $$status
	.build/debug/AppOutside

python: .build/python/installed ## Make the Python that checks documents

.build/python/installed: Scripts/documents/requirements.txt
	python3 -m venv .build/python
	.build/python/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

install: build man ## Put the program, its manual and completions into PREFIX (default /usr/local)
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/praticario
	@for shell in bash zsh fish; do $(PROGRAM) --generate-completion-script $$shell > .build/praticario.$$shell; done
	@sed -i '1{/^#!/d}' .build/praticario.bash
	install -D -m 644 .build/praticario.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/praticario
	install -D -m 644 .build/praticario.zsh $(DESTDIR)$(ZSH_COMPLETIONS)/_praticario
	install -D -m 644 .build/praticario.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/praticario.fish
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 && install -m 644 .build/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1

deb: DEBIAN_PACKAGES += debhelper
deb: build man ## Make a Debian package, in .build/deb; Scripts/deb/try.sh tries it in a bare Debian 12
	Scripts/deb/make.sh

documents: ## Install what Word, OpenDocument, EPUB and PDF need (pandoc, weasyprint, librsvg2-bin)
	@$(MAKE) --no-print-directory packages DEBIAN_PACKAGES='pandoc weasyprint librsvg2-bin'

pictures: ## Install what taking pictures in needs (libvips-tools)
	@$(MAKE) --no-print-directory packages DEBIAN_PACKAGES='libvips-tools'

docs: packages symbols ## Make the documentation of all modules of the library, in .build/docs
	swift package --allow-writing-to-directory .build/docs generate-documentation \
	  $(foreach module,$(PUBLIC_MODULES),--target $(module)) --enable-experimental-combined-documentation \
	  --warnings-as-errors --output-path .build/docs --transform-for-static-hosting

symbols: ## Name the public symbols of the library that have no comment
	python3 Scripts/documentation/check_symbols.py

man: build ## Make the manual pages from the commands, in .build/man
	swift build --product generate-manual
	python3 Scripts/documentation/make_manual.py .build/debug/generate-manual $(PROGRAM) .build/man

packages: ## Install the Debian packages that are missing
	@command -v swift >/dev/null || { echo 'Serve Swift 6.2 o più recente / Swift 6.2 or later is needed: https://www.swift.org/install' >&2; exit 1; }
	@missing=''; \
	for package in $(DEBIAN_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=''; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Installo i pacchetti Debian che mancano:$$missing"; \
	  $$sudo apt-get update -qq; \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
	fi

lint: ## Check the format of the sources, the generated tables, who uses whom, and that each change of Scripts/mutate applies
	swift format lint --strict --recursive $(SOURCES)
	python3 Scripts/lexicon/make_lexicon.py --check
	python3 Scripts/structure/check_imports.py
	python3 Scripts/mutate/mutate.py --check

format: ## Format the sources
	swift format --in-place --recursive $(SOURCES)

transcripts: ## Write the expected output of the command line anew
	swift build --build-tests
	PRATICARIO_REWRITE=1 swift test --skip-build --filter Transcript

fuzz: packages ## Try the readers with made-up bytes: FUZZ_SECONDS (600) each, FUZZ='sheet query' for some
	Tests/Fuzz/run.sh $(FUZZ)

clean: ## Remove what was built
	rm -rf .build corpus/.praticario
