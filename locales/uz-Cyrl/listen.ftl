### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### Cards to listen to, for people who read little. Nothing is played by itself.
### status: draft (machine-drafted until a native reader signs)

listen-label = Эшитиш
listen-read-label = Ўқиганим яхши
listen = Буни эшитиш мумкин. Ижро тугмасини босинг. Ёнингиздаги одамлар эшитиб қолиши мумкин.
listen-human = Одам ўқийди.
listen-robot = Робот ўқийди, сўзларни нотўғри айтиши мумкин. Ёзилгани тўғри.
