### Пульт: то, что читают операторы. Сообщения страниц начинаются с `desk-`.
### `canned-*` — готовые ответы на языке посетителя, `guidance-*` — советы по признаку.

desk-name = Пульт
desk-skip-to-main = К основной части
desk-demo-notice = Это показ: данные временные, снаружи сюда никто не попадёт.
desk-nav-label = Пульт
desk-sound = Звук
desk-keys = Клавиши
desk-audit = Журнал
desk-account = Мои настройки
desk-sign-out = Выйти
desk-figures-waiting = Ждут:
desk-figures-emergencies = Срочные:
desk-refresh = Обновить
desk-keep = Сохранить
desk-close-window = Закрыть
desk-back-to-queue = К очереди

## Клавиши

desk-keys-title = Клавиши
desk-key-next = взять следующего (на странице очереди)
desk-key-queue = к очереди
desk-key-reply = писать ответ
desk-key-send = отправить
desk-key-canned = в начале ответа: готовые ответы
desk-key-note = внутренняя заметка
desk-key-guidance = советы
desk-key-close = закрыть разговор
desk-key-keys = показать или скрыть этот список

## Вход

desk-sign-in-title = Вход
desk-sign-in-name = Имя
desk-sign-in-password = Пароль
desk-sign-in-code = Код
desk-sign-in-code-hint = Шесть цифр из приложения или один из ваших запасных кодов.
desk-sign-in-button = Войти
desk-sign-in-have-link = У меня одноразовая ссылка
desk-sign-in-wrong = Не совпало. Проверьте все три поля и возьмите свежий код.
desk-sign-in-wait = Слишком много попыток. Подождите { $seconds } сек.
desk-link-title = Одноразовый вход
desk-link-explain = Ссылка действует один раз, в течение десяти минут.
desk-link-token = Код ссылки
desk-link-password-instead = Войти по имени и паролю
desk-link-used = Ссылка уже использована или её время вышло. Попросите новую.
desk-language = Язык
desk-language-en = English
desk-language-ru = Русский
desk-language-ky = Кыргызча

## Очередь

desk-queue-title = Очередь
desk-notice-nothing = Сейчас никто не ждёт.
desk-notice-enough = За этот час вы открыли много разговоров. Сделайте паузу или обратитесь к старшему.
desk-notice-off = Сначала заступите на дежурство.
desk-notice-closed = Разговор закрыт.
desk-notice-released = Посетитель снова в очереди. Вам его больше не предложат.
desk-notice-lost = Этот разговор уже не у вас.
desk-duty-title = Дежурство
desk-duty-on = Вы на дежурстве до
desk-duty-off = Вы не на дежурстве
desk-duty-explain = Дежурство длится два часа, потом нажмите снова. Открытая страница сама по себе не считается.
desk-duty-go = Заступить
desk-duty-renew = Ещё два часа
desk-duty-leave = Закончить
desk-next-title = Следующий посетитель
desk-next-explain = Сначала самые срочные, затем те, кто ждёт дольше.
desk-next-needs-duty = Только во время дежурства.
desk-take-next = Взять следующего
desk-offer-rings = Для вас:
desk-mine-title = Мои разговоры
desk-mine-none = Пока нет.
desk-others-title = У других
desk-others-none = Нет.
desk-waiting-title = Ждут
desk-waiting-none = Никто не ждёт.
desk-column-place = Место
desk-column-visitor = Посетитель
desk-column-signs = Срочность и признаки
desk-column-language = Язык
desk-column-channel = Канал
desk-column-waits = Ждёт
desk-minutes = { $count } мин
desk-channel-web = веб-чат
desk-channel-telegram = Telegram
desk-channel-sms = SMS
desk-urgency-emergency = Срочно
desk-urgency-high = Высокая
desk-urgency-normal = Обычная
desk-urgency-low = Низкая
desk-badge-minor = Младше 18
desk-badge-quiet = Скрылся
desk-sign-confinement = Удерживают
desk-sign-violence = Насилие
desk-sign-sexual-violence = Сексуальное насилие
desk-sign-threat = Угрозы
desk-sign-forced = Принуждение к труду
desk-sign-cry = Зов о помощи
desk-sign-suicide = Суицид
desk-sign-medical = Здоровье
desk-sign-minor = Младше 18
desk-sign-other-person = О другом человеке

## Разговор

desk-talk-title = Разговор
desk-log-label = Сообщения
desk-aside-label = Об этом разговоре
desk-from-visitor = Посетитель
desk-from-bot = Программа
desk-from-operator = Оператор
desk-from-notice = Извещение
desk-from-note = Заметка, только для пульта
desk-delivery-held = Ждёт, пока посетитель напишет
desk-delivery-queued = Ждёт отправки
desk-delivery-sending = Отправляется
desk-delivery-sent = ✓ Отправлено
desk-delivery-delivered = ✓✓ Дошло до страницы посетителя
desk-delivery-unknown = Неизвестно, дошло ли
desk-delivery-failed = Не доставлено
desk-delivery-expired = Не отправлено: слишком поздно
desk-delivery-superseded = Заменено более срочным
desk-connection-lost = Связь прервалась. Пробуем снова, ничего не потеряно.
desk-talk-over = Этот разговор больше не у вас.
desk-new-below = Новые сообщения ниже
desk-reply-label = Ответ
desk-composer-hint = Ctrl+Enter — отправить. «/» — готовые ответы.
desk-send = Отправить
desk-not-sent = Не отправлено. Ваш текст на месте, попробуйте ещё раз.
desk-ready-replies = Готовые ответы
desk-note-add = Внутренняя заметка
desk-note-label = Заметка для пульта; посетитель её не увидит
desk-note-keep = Сохранить заметку
desk-state-reading-only = Вы читаете как старший. Это чтение записано в журнал.
desk-state-quiet = Не пишите.
desk-state-quiet-why = Посетитель скрылся: телефон может быть у другого. Писать можно, когда он вернётся.
desk-state-pull = Посетитель хочет ответа только после своего сообщения. Ваши слова подождут.
desk-state-earlier-hidden = Прежние сообщения не показаны: посетитель этого не разрешал.
desk-facts-title = Что известно
desk-facts-wish = Хочет говорить с
desk-facts-opened = Попросил человека в
desk-wish-anyone = кем угодно
desk-wish-woman = женщиной
desk-wish-man = мужчиной
desk-wish-not-from-my-town = кем-то не из его города
desk-wish-complaint = жалоба, для человека не из дежурных
desk-advice-title = Советы
desk-close-title = Закрыть разговор
desk-close-outcome = Чем закончилось?
desk-close-danger = Опасность осталась?
desk-close-explain = Сохраняется только выбор, без имён и слов.
desk-close-button = Закрыть
desk-danger-yes = Да
desk-danger-no = Нет
desk-danger-unknown = Неизвестно
desk-outcome-informed = Получил сведения
desk-outcome-referred = Передан службе
desk-outcome-rescued = Вызвана экстренная служба
desk-outcome-left = Перестал отвечать
desk-outcome-other-service = Не к нам: назвали другую службу
desk-outcome-false-alarm = Ложная тревога
desk-outcome-abuse = Злоупотребление линией
desk-release-title = Возможно, я знаю этого человека
desk-release-explain = Передайте посетителя коллеге. Объяснять не нужно, вам его больше не предложат.
desk-release-button = Передать
desk-missing-title = Здесь ничего нет
desk-missing-explain = Такой страницы нет, или разговор не у вас.

## Настройки и журнал

desk-account-changed = Пароль изменён. Другие входы завершены.
desk-account-wrong = Старый пароль не совпал.
desk-account-short = Новый пароль слишком короткий.
desk-account-ended = Завершено.
desk-password-title = Пароль
desk-password-old = Старый пароль
desk-password-new = Новый пароль
desk-password-hint = Не меньше { $shortest } знаков; лучше несколько слов.
desk-sessions-title = Где вы вошли
desk-sessions-explain = Если вход вам незнаком, завершите его и скажите старшему.
desk-session-this = этот браузер
desk-session-end = Завершить
desk-sessions-end = Завершить все другие
desk-audit-whole = Журнал цел: ни одна строка не изменена и не удалена.
desk-audit-bad = Журнал изменён: первая неверная строка — { $row }.
desk-audit-when = Когда (UTC)
desk-audit-who = Кто
desk-audit-act = Что
desk-audit-subject = О чём
desk-act-signed-in = вход
desk-act-signed-out = выход
desk-act-refused = отказ во входе
desk-act-revoked = завершил входы
desk-act-changed = сменил пароль
desk-act-on-duty = заступил на дежурство
desk-act-off-duty = закончил дежурство
desk-act-took = взял разговор
desk-act-read = читал разговор
desk-act-said = ответил
desk-act-noted = оставил заметку
desk-act-released = передал посетителя
desk-act-closed = закрыл разговор
desk-act-read-audit = читал журнал
desk-act-added = создана запись
desk-act-reset = запись обновлена
desk-act-disabled = запись закрыта

## Советы по признаку

guidance-always = Сначала спросите, безопасно ли сейчас писать. Короткие фразы, один вопрос за раз. Обещайте только то, что выполните. Решает посетитель.
guidance-confinement = Не просите позвонить. Спросите, может ли кто-то видеть экран и что сам человек считает безопасным. Не советуйте бежать; договоритесь, что делать, если связь прервётся.
guidance-violence = Обидчик рядом прямо сейчас? Скажите, какие номера — полиция, а какие нет. Если есть травмы: сначала скорая, без расспросов о подробностях.
guidance-sexual-violence = Верьте и не расспрашивайте. Медицинская помощь в первые 72 часа может предотвратить инфекции и беременность; это выбор посетителя. Предложите поговорить с женщиной.
guidance-threat = Принимайте угрозу всерьёз, в том числе семье. Спросите, чем угрожают и к какому сроку, а не кто это. Не советуйте выяснять отношения.
guidance-forced = Спросите об оплате, документах и о том, можно ли уйти. Не торопите уходить, пока нет безопасного места.
guidance-cry = Ответьте сразу, хотя бы строкой: «Я человек, я здесь». Потом спросите только: вы сейчас в безопасности?
guidance-suicide = Оставайтесь в разговоре. Спросите спокойно и прямо, о сегодняшнем ли дне речь. Никогда не спрашивайте о способе. Не спорьте. Назовите линию, которая не полиция, и позовите старшего.
guidance-medical = Спросите, срочно ли это. Сначала скорая. Не советуйте лечения.
guidance-minor = Говорите просто и тепло. Не отправляйте ребёнка к родителям, не просите снимков. Позовите коллегу, обученного работать с детьми; выполните долг по закону и скажите о нём заранее.
guidance-other-person = Ничего ни о ком не подтверждайте и не отрицайте. Не берите имени, номера, фото. Спрашивающий сам может быть опасен. Скажите, как человек может связаться с нами.

## Готовые ответы

canned-hello-title = Здравствуйте
canned-hello = Здравствуйте. Я человек и читаю вас сейчас. Имя называть не нужно.
canned-safe-title = Безопасно?
canned-safe = Вам сейчас безопасно писать? Может ли кто-то ещё это прочитать?
canned-listen-title = Я слушаю
canned-listen = Спасибо, что рассказали. Не торопитесь, я здесь.
canned-wait-title = Подождите
canned-wait = Мне нужно несколько минут, чтобы узнать. Я напишу сюда.
canned-broken-title = Если связь прервётся
canned-broken = Если связь прервётся, напишите сюда любое слово, когда будет безопасно.
canned-choice-title = Решаете вы
canned-choice = Решаете вы. Мы никому ничего не говорим, если вы сами не попросите.
canned-number-title = Номера
canned-number = Прислать вам номер? Я скажу, какие из них полиция, а какие нет.
canned-alone-title = Вы не одни
canned-alone = Вы не виноваты. Вы с этим не одни.
canned-later-title = Пишите позже
canned-later = Вы можете написать в любое время, и ночью тоже. Это прочитают.
canned-bye-title = До свидания
canned-bye = Я сейчас закрываю наш разговор. Пишите снова, когда захотите. Берегите себя.
