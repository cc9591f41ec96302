### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### The visitor's page and the phrasebook it leaves to. Nothing here names the service or why it exists.
### status: draft

web-title = Сўзлашгич
web-language = Ўзбекча
web-welcome = Салом. Бу ерда чет элдаги сафар, иш ва ҳужжатлар ҳақида сўраш мумкин. Бу бепул.
web-start = Бошлаш
web-languages = Тилни танланг
web-heading = Суҳбат
web-exit = Чиқиш
web-exit-hint = бу саҳифани дарров ёпиш
web-exit-two = Чиқиш учун Shift тугмасини яна икки марта босинг.
web-exit-one = Чиқиш учун Shift тугмасини яна бир марта босинг.
web-exit-about-title = "Чиқиш" нима қилади
web-exit-about = "Чиқиш" ёки уч марта босилган Shift тугмаси бу суҳбатни дарров ёпади ва сўзлашгични очади. У бу манзил очилганини яшира олмайди. У телефонни кузатадиган дастурларни тўхтатмайди.
web-log = Хабарлар
web-you = Сиз
web-bot = Дастур
web-operator = Одам
web-notice = Эслатма
web-choices = Жавоб вариантлари
web-composer = Хабарингиз ёки рақам
web-send = Юбориш
web-veil = Ёзаётганимни яшириш
web-sending = Юборилмоқда…
web-retrying = Ҳали юборилмади. Яна уриняпмиз…
web-offline = Алоқа йўқ. Яна уриняпмиз…
web-newer = Янги хабар
web-reload = Янги хабарларни кўрсатиш
web-error-long = Бу жуда узун: битта хабарга кўпи билан 4096 белги сиғади. Сўзларингиз майдонда турибди; уларни бўлиб юборинг.
web-error-empty = Аввал бирор нарса ёзинг ёки жавобни танланг.
web-error-store = Бу юборилмади. Сўзларингиз майдонда турибди; илтимос, яна юборинг.
web-error-other = Буни юбориб бўлмади. Саҳифани қайта очинг ва яна ёзинг.
web-demo = Бу намойиш: бу ердаги хабарлар шу компьютердан ташқарига чиқмайди.
web-not-found = Бундай саҳифа йўқ.
web-phrases-intro = Йўл учун оддий иборалар, бир неча тилда.

## The phrasebook

phrases-greetings = Саломлашиш
phrases-talking = Суҳбат
phrases-road = Йўлда
phrases-town = Шаҳарда
phrases-stay = Тунаш
phrases-health = Соғлиқ
phrase-hello = Салом
phrase-good-day = Хайрли кун
phrase-thanks = Раҳмат
phrase-please = Илтимос
phrase-sorry = Кечирасиз
phrase-yes = Ҳа
phrase-no = Йўқ
phrase-goodbye = Хайр
phrase-not-understand = Тушунмаяпман
phrase-slowly = Илтимос, секинроқ гапиринг
phrase-speak = Русча гапирасизми?
phrase-name = Исмингиз нима?
phrase-from = Мен Қирғизистонданман
phrase-repeat = Илтимос, қайтаринг
phrase-where-station = Вокзал қаерда?
phrase-where-airport = Аэропортга қандай бораман?
phrase-ticket = Битта чипта, илтимос
phrase-which-bus = Марказга қайси автобус боради?
phrase-when = У қачон жўнайди?
phrase-stop-here = Шу ерда тўхтанг, илтимос
phrase-far = Бу узоқми?
phrase-where-shop = Дўкон қаерда?
phrase-how-much = Бу қанча туради?
phrase-expensive = Бу қиммат
phrase-water = Сув, илтимос
phrase-bread = Нон
phrase-toilet = Ҳожатхона қаерда?
phrase-card = Карта билан тўласа бўладими?
phrase-room = Бўш хона борми?
phrase-one-night = Бир кечага
phrase-key = Калитни беринг, илтимос
phrase-wifi = Wi-Fi борми?
phrase-doctor = Менга шифокор керак
phrase-pharmacy = Дорихона қаерда?
phrase-hurts = Шу ерим оғрияпти
