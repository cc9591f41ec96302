### The directory: what each number is. Numbers themselves stand in content/services.
### status: draft (machine-drafted until a native reader signs)

service-line =
    { $number } - { $name }
    { $police } { $open }{ $cost }{ $spoken1 }{ $spoken2 }{ $spoken3 }{ $text1 }{ $text2 }{ $text3 }{ $text4 } { $checked }
    .short = { $number } { $name }. { $police }

service-confirmed = Biz qo'ng'iroq qildik, javob berishdi.
service-unconfirmed = Hali tekshirilmagan.

police-police = Bu politsiya.
police-may-come = Politsiya ham kelishi mumkin.
police-not-police = Politsiya emas.
police-may-report = Hujjatingiz bo'lmasa, siz haqingizda xabar berishlari mumkin.

open-always = Kechayu kunduz.
open-now = Hozir ochiq, { $opens } dan beri.
open-later = Hozir yopiq. { $opens } da ochiladi.
open-unknown = Ish vaqti noma'lum.

# What stands beside a number: each begins with a space, since it may be missing.
cost-free = { " " }Qo'ng'iroq bepul.
cost-paid = { " " }Qo'ng'iroq pullik bo'lishi mumkin.

speaks-ky = { " " }Qirg'izcha gaplashadi.
speaks-ru = { " " }Ruscha gaplashadi.
speaks-uz = { " " }O'zbekcha gaplashadi.
speaks-tg = { " " }Tojikcha gaplashadi.
speaks-kk = { " " }Qozoqcha gaplashadi.
speaks-en = { " " }Inglizcha gaplashadi.

texts-sms = { " " }{ "SMS" } yozsangiz, o'qishadi.
texts-whatsapp = { " " }{ "WhatsApp" } orqali ham yozish mumkin.
texts-telegram = { " " }{ "Telegram" } orqali ham yozish mumkin.
texts-web = { " " }Saytiga ham yozish mumkin.

# Each need stands on a line of its own.
service-missing =
    Bular uchun bizda u yerdagi raqam yo'q:{ $need1 }{ $need2 }{ $need3 }{ $need4 }{ $need5 }{ $need6 }{ $need7 }{ $need8 }{ $need9 }{ $need10 }{ $need11 }{ $need12 }{ $need13 }{ $need14 }
    Bu yerdagi odam siz bilan birga qidirishi mumkin.

need-emergency =
    { "" }
    - qutqaruvchilar va tez yordam
need-police =
    { "" }
    - politsiya
need-violence =
    { "" }
    - sizga kimdir ozor bersa
need-children =
    { "" }
    - bolalar
need-suicide =
    { "" }
    - yashagingiz kelmasa
need-trafficking =
    { "" }
    - majburlab ishlatishsa
need-migrants =
    { "" }
    - migrantlarga maslahat
need-labour =
    { "" }
    - ish va maosh
need-consulate =
    { "" }
    - elchixona
need-shelter =
    { "" }
    - tunash uchun xavfsiz joy
need-legal =
    { "" }
    - yurist va huquqlaringiz
need-medical =
    { "" }
    - shifokor
need-psychological =
    { "" }
    - psixolog

service-kg-112 = Qutqaruvchilar va tez yordam
service-kg-117 = Uyda sizga ozor berishsa, yordam
service-kg-189 = Chet elda ish va safar haqida maslahat, mobil telefondan
service-kg-189-free = Chet elda ish va safar haqida maslahat, bepul qo'ng'iroq
service-kg-111 = Bolalar uchun telefon
service-kg-115 = Huquqlar himoyachisi (Akiykatchi)
service-kg-102 = Politsiya (militsiya)

service-ru-112 = Qutqaruvchilar va tez yordam

service-kz-112 = Qutqaruvchilar va tez yordam
service-kz-111 = Oila, ayollar va bolalar, ism kerak emas
service-kz-11616 = Majburlab ishlatilayotganlarga yordam
service-kz-150 = Qiyin ahvoldagi ayollar va bolalarga yordam
service-kz-102 = Politsiya

service-tr-112 = Qutqaruvchilar, tez yordam va politsiya birga
service-tr-157 = Chet elliklar uchun davlat telefoni, rus tili ham bor
service-tr-183 = Oila va ayollar uchun davlat telefoni

service-ae-800-7283 = Majburlab ishlatilayotganlarga yordam (Ewaa)
service-ae-800-111 = Dubayda ayollar va bolalarga yordam
service-ae-800-84 = Mehnat vazirligi: maosh haqida shikoyat
service-ae-600-590000 = Mehnat vazirligi
service-ae-971-68027666 = Mehnat vazirligi, chet eldan ham
service-ae-800-5005 = Dubay politsiyasi
service-ae-999 = Politsiya

service-kr-119 = Qutqaruvchilar va tez yordam. Ular qayerda ekaningizni ko'rishi mumkin
service-kr-1577-1366 = Chet eldan kelgan ayollarga yordam, rus tili ham bor
service-kr-1366 = Ayollarga yordam, koreys tilida
service-kr-1600-8248 = Majburlab ishlatilayotganlarga yordam
service-kr-1661-0222 = Chet eldan kelganlar huquqlari, Kyonggi viloyati
service-kr-1577-0071 = Chet ellik ishchilarga maslahat
service-kr-1350 = Mehnat vazirligi: maosh va ish
service-kr-1345 = Migratsiya idorasi
service-kr-1577-1701 = Sizga ozor berishsa yoki narsangizni o'g'irlashsa, yordam
service-kr-1588-5644 = Ko'ngillilar telefonda tarjima qiladi
service-kr-112 = Politsiya. U qayerda ekaningizni ko'rishi mumkin

service-xx-112 = Ko'p davlatlarda: qutqaruvchilar, tez yordam. Ba'zilarida faqat politsiya

service-uz-112 = Qutqaruvchilar va tez yordam
service-uz-1148 = Majburlab ishlatilayotganlarga yordam
service-uz-1146 = Ayollarga yordam
service-uz-102 = Politsiya

service-tj-112 = Qutqaruvchilar va tez yordam
service-tj-1313 = Ayollarga yordam, mobil telefondan
service-tj-102 = Politsiya

service-pl-112 = Qutqaruvchilar va tez yordam
service-pl-226280120 = Majburlab ishlatilayotganlarga yordam
service-pl-605687750 = La Strada: majburlab ishlatilayotganlarga yordam
service-pl-224902044 = Chet elliklarga maslahat

service-de-112 = Qutqaruvchilar va tez yordam
service-de-116016 = Ayollarga yordam, ism kerak emas, rus tili ham bor
service-de-110 = Politsiya

service-gb-999 = Qutqaruvchilar, tez yordam va politsiya birga
service-gb-08000121700 = Majburlab ishlatilayotganlarga yordam
service-gb-08004320804 = Ish bo'yicha davlat idorasi

service-us-911 = Qutqaruvchilar, tez yordam va politsiya birga
service-us-18883737888 = Majburlab ishlatilayotganlarga yordam
service-us-233733 = Xuddi shu yordam SMS orqali, ingliz tilida

service-qa-92727 = Mehnat vazirligi, SMS orqali: guvohnoma raqamingizni so'raydi

service-th-1300 = Majburlab ishlatilayotganlarga davlat yordami

service-cz-112 = Qutqaruvchilar va tez yordam
service-cz-222717171 = La Strada: majburlab ishlatilayotganlarga yordam

service-sk-112 = Qutqaruvchilar va tez yordam
service-sk-0800800818 = Majburlab ishlatilayotganlarga yordam

service-hu-112 = Qutqaruvchilar va tez yordam
service-hu-80205520 = Majburlab ishlatilayotganlarga yordam

service-bg-112 = Qutqaruvchilar va tez yordam
service-bg-080020100 = Majburlab ishlatilayotganlarga yordam

service-it-112 = Qutqaruvchilar va tez yordam
service-it-800290290 = Majburlab ishlatilayotganlarga yordam

service-eu-112 = Qutqaruvchilar va tez yordam
service-eu-116016 = Ba'zi davlatlarda ayollarga yordam
service-eu-116006 = Ba'zi davlatlarda: sizga ozor berishsa yoki narsangizni o'g'irlashsa, yordam
