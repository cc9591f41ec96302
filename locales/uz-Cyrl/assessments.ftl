### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### status: draft


## What the three lists of questions share. The names of outcomes stand nowhere.

assess-none-flagged =
    Жавобларингизга қараб маслаҳат топилмади.

    Бу сизга хавф йўқ дегани эмас. Ҳаётингизни ўзингиз яхши биласиз. Ишончингиз комил бўлмаса ҳам, одам ёрдам бериши мумкин.
    .short = Маслаҳат топилмади. Бу сизга хавф йўқ дегани эмас. Ишончингиз комил бўлмаса ҳам, одам ёрдам бериши мумкин. 1 одам
assess-reasons = Нега бундай деймиз:
    .short = Нега бундай деймиз:
assess-more =
    Жавобларингиз учун раҳмат. Булар биринчи саволлар эди. Яна { $count } та савол бор, тахминан { $minutes } дақиқа. Улардан кўпроқ нарса билинади. Исталганини ўтказиб юбориш мумкин.

    Шу ерда тугатиш ёки одамга ёзиш ҳам мумкин.
    .short = Раҳмат. Яна { $count } та савол, тахминан { $minutes } дақиқа. Давом этамизми? 1 ҳа 2 шу ерда тугатиш 3 одам
choice-more-questions = Яна саволлар
choice-finish-here = Шу ерда тугатиш
