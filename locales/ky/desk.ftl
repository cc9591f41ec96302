### Пульт: операторлор окуган сөздөр. Барактардын билдирүүлөрү `desk-` менен башталат.
### `canned-*` — келүүчүнүн тилиндеги даяр жооптор, `guidance-*` — белги боюнча кеңештер.

desk-name = Пульт
desk-skip-to-main = Негизги бөлүккө
desk-demo-notice = Бул көрсөтүү: маалымат убактылуу, сырттан эч ким кире албайт.
desk-nav-label = Пульт
desk-sound = Үн
desk-keys = Баскычтар
desk-audit = Журнал
desk-account = Менин жөндөөлөрүм
desk-sign-out = Чыгуу
desk-figures-waiting = Күтүүдө:
desk-figures-emergencies = Шашылыш:
desk-refresh = Жаңылоо
desk-keep = Сактоо
desk-close-window = Жабуу
desk-back-to-queue = Кезекке

## Баскычтар

desk-keys-title = Баскычтар
desk-key-next = кийинкини алуу (кезек барагында)
desk-key-queue = кезекке
desk-key-reply = жооп жазуу
desk-key-send = жөнөтүү
desk-key-canned = жооптун башында: даяр жооптор
desk-key-note = ички белги
desk-key-guidance = кеңештер
desk-key-close = сүйлөшүүнү жабуу
desk-key-keys = бул тизмени көрсөтүү же жашыруу

## Кирүү

desk-sign-in-title = Кирүү
desk-sign-in-name = Аты
desk-sign-in-password = Сырсөз
desk-sign-in-code = Код
desk-sign-in-code-hint = Колдонмодогу алты сан же басылган запас коддордун бири.
desk-sign-in-button = Кирүү
desk-sign-in-have-link = Менде бир жолку шилтеме бар
desk-sign-in-wrong = Дал келген жок. Үчөөнү тең текшерип, жаңы код алыңыз.
desk-sign-in-wait = Аракет өтө көп болду. { $seconds } секунд күтүңүз.
desk-link-title = Бир жолку кирүү
desk-link-explain = Шилтеме бир жолу, он мүнөттүн ичинде иштейт.
desk-link-token = Шилтеменин коду
desk-link-password-instead = Ат жана сырсөз менен кирүү
desk-link-used = Шилтеме колдонулган же убактысы бүткөн. Жаңысын сураңыз.
desk-language = Тил
desk-language-en = English
desk-language-ru = Русский
desk-language-ky = Кыргызча

## Кезек

desk-queue-title = Кезек
desk-notice-nothing = Азыр эч ким күтпөйт.
desk-notice-enough = Бул саатта көп сүйлөшүү ачтыңыз. Тыныгып алыңыз же улукка кайрылыңыз.
desk-notice-off = Адегенде нөөмөткө туруңуз.
desk-notice-closed = Сүйлөшүү жабылды.
desk-notice-released = Келүүчү кайра кезекте. Сизге экинчи сунуш кылынбайт.
desk-notice-lost = Бул сүйлөшүү сизде эмес болчу.
desk-duty-title = Нөөмөт
desk-duty-on = Нөөмөтүңүз бүтөт:
desk-duty-off = Сиз нөөмөттө эмессиз
desk-duty-explain = Нөөмөт эки саатка созулат, андан кийин кайра басыңыз. Ачык барак өзү эсептелбейт.
desk-duty-go = Нөөмөткө туруу
desk-duty-renew = Дагы эки саат
desk-duty-leave = Бүтүрүү
desk-next-title = Кийинки келүүчү
desk-next-explain = Адегенде эң шашылышы, андан кийин көбүрөөк күткөнү.
desk-next-needs-duty = Нөөмөттө гана.
desk-take-next = Кийинкини алуу
desk-offer-rings = Сизге:
desk-mine-title = Менин сүйлөшүүлөрүм
desk-mine-none = Азырынча жок.
desk-others-title = Башкаларда
desk-others-none = Жок.
desk-waiting-title = Күтүүдө
desk-waiting-none = Эч ким күтпөйт.
desk-column-place = Орду
desk-column-visitor = Келүүчү
desk-column-signs = Шашылыштык жана белгилер
desk-column-language = Тил
desk-column-channel = Канал
desk-column-waits = Күттү
desk-minutes = { $count } мүн
desk-channel-web = веб-чат
desk-channel-telegram = Telegram
desk-channel-sms = SMS
desk-urgency-emergency = Шашылыш
desk-urgency-high = Жогорку
desk-urgency-normal = Кадимки
desk-urgency-low = Төмөн
desk-badge-minor = 18ге чыга элек
desk-badge-quiet = Жашырынды
desk-sign-confinement = Кармап турушат
desk-sign-violence = Зомбулук
desk-sign-sexual-violence = Сексуалдык зомбулук
desk-sign-threat = Коркутуу
desk-sign-forced = Мажбурлап иштетүү
desk-sign-cry = Жардам сурады
desk-sign-suicide = Суицид
desk-sign-medical = Ден соолук
desk-sign-minor = 18ге чыга элек
desk-sign-other-person = Башка адам жөнүндө

## Сүйлөшүү

desk-talk-title = Сүйлөшүү
desk-log-label = Билдирүүлөр
desk-aside-label = Бул сүйлөшүү жөнүндө
desk-from-visitor = Келүүчү
desk-from-bot = Программа
desk-from-operator = Оператор
desk-from-notice = Кабар
desk-from-note = Белги, пульт үчүн гана
desk-delivery-held = Келүүчү жазганча күтөт
desk-delivery-queued = Жөнөтүүнү күтүүдө
desk-delivery-sending = Жөнөтүлүүдө
desk-delivery-sent = ✓ Жөнөтүлдү
desk-delivery-delivered = ✓✓ Келүүчүнүн барагына жетти
desk-delivery-unknown = Жеткени белгисиз
desk-delivery-failed = Жеткен жок
desk-delivery-expired = Жөнөтүлгөн жок: кеч болуп калды
desk-delivery-superseded = Шашылышыраак билдирүү алмаштырды
desk-connection-lost = Байланыш үзүлдү. Кайра аракет кылып жатабыз, эч нерсе жоголгон жок.
desk-talk-over = Бул сүйлөшүү эми сизде эмес.
desk-new-below = Төмөндө жаңы билдирүүлөр
desk-reply-label = Жооп
desk-composer-hint = Ctrl+Enter — жөнөтүү. «/» — даяр жооптор.
desk-send = Жөнөтүү
desk-not-sent = Жөнөтүлгөн жок. Сөзүңүз ордунда, кайра аракет кылыңыз.
desk-ready-replies = Даяр жооптор
desk-note-add = Ички белги
desk-note-label = Пульт үчүн белги; келүүчү көрбөйт
desk-note-keep = Белгини сактоо
desk-state-reading-only = Сиз улук катары окуп жатасыз. Бул журналга жазылды.
desk-state-quiet = Жазбаңыз.
desk-state-quiet-why = Келүүчү жашырынды: телефон башка бирөөдө болушу мүмкүн. Ал кайтканда жаза аласыз.
desk-state-pull = Келүүчү өзү жазгандан кийин гана жооп күтөт. Сөзүңүз ошого чейин турат.
desk-state-earlier-hidden = Мурунку билдирүүлөр көрсөтүлбөйт: келүүчү уруксат берген жок.
desk-facts-title = Эмне белгилүү
desk-facts-wish = Ким менен сүйлөшкүсү келет
desk-facts-opened = Адамды сураган убактысы
desk-wish-anyone = ким болсо да
desk-wish-woman = аял менен
desk-wish-man = эркек менен
desk-wish-not-from-my-town = өз шаарынан эмес адам менен
desk-wish-complaint = арыз, дежурга кирбеген адамга
desk-advice-title = Кеңештер
desk-close-title = Сүйлөшүүнү жабуу
desk-close-outcome = Эмне менен бүттү?
desk-close-danger = Коркунуч калдыбы?
desk-close-explain = Тандоо гана сакталат, аттар да, сөздөр да сакталбайт.
desk-close-button = Жабуу
desk-danger-yes = Ооба
desk-danger-no = Жок
desk-danger-unknown = Белгисиз
desk-outcome-informed = Маалымат алды
desk-outcome-referred = Кызматка берилди
desk-outcome-rescued = Тез кызмат чакырылды
desk-outcome-left = Жооп бербей калды
desk-outcome-other-service = Бизге эмес: башка кызмат айтылды
desk-outcome-false-alarm = Жалган кооптонуу
desk-outcome-abuse = Линияны кыянат колдонуу
desk-release-title = Балким, бул адамды тааныйм
desk-release-explain = Келүүчүнү кесиптешке өткөрүңүз. Себебин айтуунун кереги жок, сизге кайра сунуш кылынбайт.
desk-release-button = Өткөрүү
desk-missing-title = Бул жерде эч нерсе жок
desk-missing-explain = Мындай барак жок же сүйлөшүү сизде эмес.

## Жөндөөлөр жана журнал

desk-account-changed = Сырсөз өзгөрдү. Башка кирүүлөр жабылды.
desk-account-wrong = Эски сырсөз дал келген жок.
desk-account-short = Жаңы сырсөз өтө кыска.
desk-account-ended = Жабылды.
desk-password-title = Сырсөз
desk-password-old = Эски сырсөз
desk-password-new = Жаңы сырсөз
desk-password-hint = Кеминде { $shortest } белги; бир нече сөз жакшыраак.
desk-sessions-title = Кайсы жерден киргенсиз
desk-sessions-explain = Бирөөсүн тааныбасаңыз, жаап, улукка айтыңыз.
desk-session-this = ушул браузер
desk-session-end = Жабуу
desk-sessions-end = Калганын баарын жабуу
desk-audit-whole = Журнал бүтүн: бир да сап өзгөргөн же өчкөн эмес.
desk-audit-bad = Журнал өзгөртүлгөн: биринчи туура эмес сап — { $row }.
desk-audit-when = Качан (UTC)
desk-audit-who = Ким
desk-audit-act = Эмне
desk-audit-subject = Эмне жөнүндө
desk-act-signed-in = кирди
desk-act-signed-out = чыкты
desk-act-refused = кирүүгө тыюу салынды
desk-act-revoked = кирүүлөрдү жапты
desk-act-changed = сырсөздү алмаштырды
desk-act-on-duty = нөөмөткө турду
desk-act-off-duty = нөөмөттү бүтүрдү
desk-act-took = сүйлөшүүнү алды
desk-act-read = сүйлөшүүнү окуду
desk-act-said = жооп берди
desk-act-noted = белги калтырды
desk-act-released = келүүчүнү өткөрдү
desk-act-closed = сүйлөшүүнү жапты
desk-act-read-audit = журналды окуду
desk-act-added = жазуу түзүлдү
desk-act-reset = жазуу жаңыланды
desk-act-disabled = жазуу жабылды

## Белги боюнча кеңештер

guidance-always = Адегенде азыр жазуу коопсузбу деп сураңыз. Кыска сүйлөмдөр, бир жолу бир суроо. Аткара турганыңызды гана убада кылыңыз. Чечимди келүүчү кабыл алат.
guidance-confinement = Чалууну суранбаңыз. Экранды бирөө көрө алабы жана өзү эмнени коопсуз деп эсептейт, ошону сураңыз. Качууга кеңеш бербеңиз; байланыш үзүлсө эмне кыларын макулдашыңыз.
guidance-violence = Ал адам азыр жанындабы? Кайсы номер милиция, кайсынысы эмес экенин айтыңыз. Жаракат болсо: адегенде тез жардам, майда-чүйдөсүн сурабаңыз.
guidance-sexual-violence = Ишениңиз, чоо-жайын сурабаңыз. Биринчи 72 саатта медициналык жардам жугуштуу оорудан жана кош бойлуулуктан сактай алат; тандоо келүүчүдө. Аял менен сүйлөшүүнү сунуштаңыз.
guidance-threat = Коркутууну олуттуу кабыл алыңыз, үй-бүлөсүнө болсо да. Ким экенин эмес, эмне менен жана качанга чейин коркутушканын сураңыз. Бетме-бет чыгууга кеңеш бербеңиз.
guidance-forced = Айлыгы, документтери жана кетүүгө мүмкүнчүлүгү жөнүндө сураңыз. Коопсуз жер болмоюнча кетүүгө шаштырбаңыз.
guidance-cry = Дароо жооп бериңиз, бир сап болсо да: «Мен адаммын, мен ушул жердемин». Анан муну гана сураңыз: азыр коопсузсузбу?
guidance-suicide = Сүйлөшүүдө калыңыз. Бүгүнкү күн жөнүндөбү деп тынч, ачык сураңыз. Кантип деп эч качан сурабаңыз. Талашпаңыз. Милиция эмес линияны айтып, улукту чакырыңыз.
guidance-medical = Шашылышпы деп сураңыз. Адегенде тез жардам. Дарылоо боюнча кеңеш бербеңиз.
guidance-minor = Жөнөкөй жана жылуу сүйлөңүз. Баланы ата-энесине жөнөтпөңүз, сүрөт сурабаңыз. Балдар менен иштөөгө үйрөтүлгөн кесиптешти чакырыңыз; мыйзам талабын аткарып, алдын ала айтыңыз.
guidance-other-person = Эч ким жөнүндө эч нерсени ырастабаңыз да, танбаңыз да. Ат, номер, сүрөт албаңыз. Сураган адамдын өзү коркунуч болушу мүмкүн. Ал адам бизге кантип кайрыларын айтыңыз.

## Даяр жооптор

canned-hello-title = Салам
canned-hello = Саламатсызбы. Мен адаммын, сизди азыр окуп жатам. Атыңызды айтуунун кереги жок.
canned-safe-title = Коопсузбу?
canned-safe = Азыр жазуу сизге коопсузбу? Муну башка бирөө окуп коюшу мүмкүнбү?
canned-listen-title = Угуп жатам
canned-listen = Айтканыңызга рахмат. Шашпаңыз, мен ушул жердемин.
canned-wait-title = Күтө туруңуз
canned-wait = Билүү үчүн бир нече мүнөт керек. Ушул жерге жазам.
canned-broken-title = Байланыш үзүлсө
canned-broken = Байланыш үзүлсө, коопсуз болгондо ушул жерге каалаган сөз жазыңыз.
canned-choice-title = Сиз чечесиз
canned-choice = Чечимди сиз кабыл аласыз. Өзүңүз суранмайынча эч кимге эч нерсе айтпайбыз.
canned-number-title = Номерлер
canned-number = Сизге номер жөнөтөйүнбү? Кайсынысы милиция, кайсынысы эмес экенин айтам.
canned-alone-title = Жалгыз эмессиз
canned-alone = Бул сиздин күнөөңүз эмес. Сиз жалгыз эмессиз.
canned-later-title = Кийин жазыңыз
canned-later = Каалаган убакта жазсаңыз болот, түндө да. Аны окушат.
canned-bye-title = Кош болуңуз
canned-bye = Сүйлөшүүбүздү азыр жабам. Каалаганда кайра жазыңыз. Өзүңүздү сактаңыз.
