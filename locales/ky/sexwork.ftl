### The inner door: its own words. No judgement, no guess about how someone came to the work.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs the promise about police before a real channel opens.

sexwork =
    Жумушуңуз - өзүңүздүн ишиңиз. Полиция, миграция кызматы жана үй-бүлөңүз сиз жөнүндө бизден эч нерсе билбейт. Ат айтуунун кереги жок. Жардам алуу үчүн жумушуңузду таштоонун кереги жок.

    Биз айыптабайбыз, божомол кылбайбыз. Бул жерден укуктар, коопсуздук жана полиция жөнүндө окуп, өзүңүз үчүн суроолорго жооп берип же адамга жазсаңыз болот.
    .short = Жумушуңуз - өз ишиңиз. Полицияга эч нерсе айтпайбыз. 1 укуктар 2 коопсуздук 3 полиция 4 анализ 5 суроолор 6 адам 7 жашыруу
