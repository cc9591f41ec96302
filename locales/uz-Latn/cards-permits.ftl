### status: draft

## The right to work, country by country. Each claim carries its date; no fee is named.

to-permits = Ish ruxsati: davlatlar
permits =
    Qaysi davlatda ishlamoqchisiz? Tanlang. Rossiya uchun yozing: patent.

    Bu sahifalar 2026-yil noyabrda avvalgi manbalardan yozilgan. Ularni hali yurist tekshirmagan.
    .short = Qayerda ishlamoqchisiz? 1 Qozog'iston 2 Turkiya 3 Amirliklar 4 Janubiy Koreya 5 Polsha 6 Britaniya 7 Germaniya. Rossiya: patent deb yozing. 0 orqaga

card-work-permit-kz =
    Ketishdan oldin qog'ozdagi mehnat shartnomasini so'rang. Nusxasi o'zingizda qolsin. Bu sahifa 2026-yil noyabrda avvalgi manbalardan yozilgan. Uni hali yurist tekshirmagan.

    Qirg'iziston, Rossiya, Belarus va Armaniston fuqarolariga shartnoma kerak, ish ruxsatnomasi kerak emas (egov.kz, 2020; Yevroosiyo iqtisodiy ittifoqi shartnomasi, 97-modda). Boshqa hujjatsiz: yarim yilda ko'pi bilan 90 kun (2023-yil yanvar qoidasi). 2025-yil 1-sentabrdan ko'proq qolganni qayta kiritmasliklari mumkin (2025-yil dekabr xabari). 30 kun ichida ro'yxatga turing. 2026-yil 1-iyuldan bu internet orqali bo'lishi kerak. Uy egasi telefon dasturida tasdiqlaydi (2025-yil noyabr xabari). Manzil o'zgarsa, besh ish kunida qayta ro'yxatga turing.

    O'zbekiston va Tojikiston fuqarolari uchun birovning uyida ishlash uchun ruxsatnoma bor, 12 oygacha (2025-yil qoidalari). Firma uchun qoidalar boshqa. Ketishdan oldin so'rang. Kechikdingizmi yoki shartnoma yo'qmi? Avval bu yerdagi odamdan yoki konsulligingizdan so'rang.
    .title = Qozog'istonda ishlash
    .short = Qirg'iziston: shartnoma bilan, ruxsatsiz (2020). 30 kunda ro'yxat (2025). O'zbekiston, Tojikiston: ruxsat. 1 raqamlar 2 shartnoma 3 agentlik 4 odam
    .line = Qirg'iziston: shartnoma bilan, ruxsatsiz (2020).

card-work-permit-tr =
    "Turist bo'lib kel, hujjat keyin bo'ladi" deyishyaptimi? Shoshilmang. Avval ish ruxsatnomasini so'rang. Bu sahifa 2026-yil noyabrda avvalgi manbalardan yozilgan. Uni hali yurist tekshirmagan.

    Qirg'iziston fuqarolari Turkiyada yarim yilda 90 kungacha vizasiz bo'lishi mumkin. Bu ishlash huquqini bermaydi (Istanbuldagi konsullik, sanasiz). Ish uchun ruxsatnoma kerak (2016-yil qonuni). Uni ish beruvchi so'raydi. Qirg'iziston bilan kelishuvga ko'ra, pulini ham u to'laydi (2019). Boshqa davlatdanmisiz? Turkiya elchixonasidan so'rang.

    Ruxsatnomasiz ish uchun jarima, deportatsiya va kirish taqiqi bo'lishi mumkin (konsullik, sanasiz). 2025-yil iyuldan deportatsiya xarajatini ish beruvchi to'lashi kerak. Hozir ruxsatnomasiz ishlayapsizmi? Baribir maosh va xavfsizlik bo'yicha yordam so'rashingiz mumkin. Ushlab turishsa, advokat va tarjimon kelmaguncha hech narsaga imzo qo'ymang.
    .title = Turkiyada ishlash
    .short = Turkiyada vizasiz safar ishlash huquqini bermaydi. Ruxsatnomani ish beruvchi so'raydi va to'laydi (2019). 1 raqamlar 2 shartnoma 3 agentlik 4 odam
    .line = Ruxsatnomani ish beruvchi so'raydi, to'laydi (2019).

card-work-permit-ae =
    Mehmon vizasi bilan ishga bormang. Avval mehnat vazirligida (MOHRE) qayd etilgan ish taklifini oling. Bu sahifa 2026-yil noyabrda avvalgi manbalardan yozilgan. Uni hali yurist tekshirmagan.

    Siz taklifga imzo qo'yasiz, keyin ish beruvchi ish ruxsatnomasini so'raydi. Taklifni vazirlik saytida tekshirish mumkin ({ "u.ae" }, sanasiz). Viza, yo'l, tibbiy ko'rik va yashash hujjatini ish beruvchi to'laydi. Bu pulni sizdan olish mumkin emas (2021-yil qonuni). Shartnoma taklifdan boshqachami? Bu mumkin emas, vazirlikka shikoyat qilish mumkin (2023).

    Xo'jayin pasportingizni o'zida ushlab turishi mumkin emas (2021-yil qonuni, 2026-yil xabari). Kerakli vizasiz ish uchun jarima, hibs yoki deportatsiya bo'lishi mumkin, ish beruvchiga ham ({ "u.ae" }). Hozir shunday ishlayapsizmi? Idoraga borishdan oldin bu yerdagi odamdan so'rash xavfsizroq.
    .title = Amirliklarda ishlash
    .short = Mehmon vizasi bilan ishlamang. Viza va yo'lni ish beruvchi to'laydi. Pasport sizda bo'ladi (2021 qonuni). 1 raqamlar 2 shartnoma 3 pasport 4 odam
    .line = Viza va yo'lni ish beruvchi to'laydi (2021 qonuni).

card-work-permit-kr =
    Zavod va fermada ishlashga faqat davlat dasturi orqali borishadi (EPS, E-9 vizasi). Dasturdagi joyni sizga hech kim sota olmaydi. Bu sahifa 2026-yil noyabrda avvalgi manbalardan yozilgan. Uni hali yurist tekshirmagan.

    Qirg'iziston: chet elda ishga joylashtirish davlat markazi yuboradi. Koreys tili sinovi kerak (2026-yil fevral xabari). Tojikiston: Dushanbedagi chet elda ishga joylashtirish agentligi (2025). O'zbekiston ham qatnashgan (2022). Sinovdan keyin ro'yxatga kirasiz. Sizni ish beruvchi tanlaydi, keyin shartnoma va viza. Buni faqat davlat xodimlari tashkil qilishi mumkin (2012).

    E-9 vizasi bitta ish joyi uchun. Ish joyini ba'zi sabablar bilan almashtirsa bo'ladi, masalan, xo'jayin shartnomani buzsa (manbada sana yo'q). Shartnoma tugagach, bir oyda ariza berish kerak, keyin yangi ish uchun uch oy bor. Topmagan odam ketishi kerak (2012 va 2026). Kuta olsangiz, avval "Telefon raqamlari"dagi chet ellik ishchilar liniyasidan yoki bu yerdagi odamdan so'rang. Sizga ozor berishsa, kutmang. Yozing: yordam bering.
    .title = Koreyada ishlash
    .short = E-9 faqat davlat dasturi va sinov orqali (2026). Joyni hech kim sota olmaydi. Ishni almashtirishdan oldin so'rang. 1 raqamlar 2 shartnoma 4 odam
    .line = Faqat davlat dasturi va sinov (2026-yil fevral).

card-work-permit-pl =
    Avval ish ruxsatnomasini ko'ring, keyin chipta oling. Unda ish beruvchi, ish, soatlar va eng kam maosh yoziladi. Bu sahifa 2026-yil noyabrda avvalgi manbalardan yozilgan. Uni hali yurist tekshirmagan.

    Ruxsatnomani ish beruvchi faqat internet orqali so'raydi (2025-yil 1-iyundan). U bilan Polsha konsulligidan viza so'raysiz. 2025-yil 1-dekabrdan ish beruvchining "bayonoti" bilan qisqa yo'l faqat Armaniston, Belarus, Moldova va Ukraina uchun. Sizga baribir shuni taklif qilishyaptimi? Bu shubhali belgi. Turist vizasi ishlash huquqini bermaydi (2015).

    Shartnoma qog'ozda bo'lishi kerak. Imzodan oldin uni siz tushunadigan tilda berishadi (Poznandagi idora, sanasiz). Ish ruxsatnomadagidan boshqachami? Viza uchun xavotir olsangiz ham, davom etishdan oldin so'rang. Majburlangan odamlarga politsiyasiz ham bepul yordam berishadi (sanasiz).
    .title = Polshada ishlash
    .short = Ruxsatnomani ish beruvchi so'raydi (2025). Pul to'lashdan oldin ko'ring. Shartnoma o'z tilingizda. 1 raqamlar 2 shartnoma 3 agentlik 4 odam
    .line = Ruxsatnomani ish beruvchi so'raydi (2025 iyundan).

card-work-permit-gb =
    Fermadagi joy uchun hech kimga pul to'lamang. Mavsumiy ishga faqat tasdiqlangan operatorlar oladi. Bu sahifa 2026-yil noyabrda avvalgi manbalardan yozilgan. Uni hali yurist tekshirmagan.

    Mavsumiy ishchi vizasi olti oygacha (2025). 2025-yilda fermalar uchun operatorlar: Pro-Force, AGRI-HR, Concordia, Fruitful, HOPS. Ro'yxat o'zgaradi, GOV.UK saytidan qarang. Ular ish uchun pul olishi mumkin emas. Vizani o'zingiz to'laysiz: narxini faqat GOV.UK saytida ko'ring. Qirg'izistonda chet elda ishga joylashtirish davlat markazidan so'rang (2026-yil yanvar). Soxta takliflar minglab bo'lgan (Xalqaro migratsiya tashkiloti, 2025-yil dekabr).

    Huquqlaringiz bor: o'z tilingizda va inglizcha shartnoma, maosh varaqasi, haftasiga kamida 32 soat uchun maosh (2025). Operatordan boshqa ferma so'rashingiz mumkin. Boshqa ish uchun boshqa viza kerak. U yerda ahvol yomonmi? Yordam so'rashingiz mumkin. Ozor berishsa yoki pasportingizni olib qo'yishsa, bu yerdagi odamga yozing.
    .title = Buyuk Britaniyada ishlash
    .short = Ferma ishi: faqat GOV.UK ro'yxatidagi operatorlar. Ish uchun pul olinmaydi. Haftasiga kamida 32 soat haqi (2025). 1 raqamlar 2 shartnoma 4 odam
    .line = Faqat GOV.UK dagi operatorlar, pulsiz (2025).

card-work-permit-de =
    Kerakli vizani safardan oldin oling. Shengen vizasi bilan ishlash mumkin emas (Bishkekdagi elchixona, sanasiz). Bu sahifa 2026-yil noyabrda avvalgi manbalardan yozilgan. Uni hali yurist tekshirmagan.

    Ish uchun Germaniya elchixonasidan milliy viza so'rang. Elchixonada navbatga yozilish bepul (sanasiz). Qisqa ishga diplom kerak emas: yiliga sakkiz oygacha, faqat ba'zi sohalarda (2024-yil dekabr). Avval ish beruvchi Federal mehnat agentligining roziligini olishi kerak. Uni ko'rsatishni so'rang. Boshqa ish uchun qaysi diplom va til sinovi kerakligini elchixonadan so'rang.

    Ish beruvchi ish shartlarini sizga yozib berishi kerak (sanasiz). "Faire Integration" ish bo'yicha bepul maslahat beradi, ruscha ham. 2026-yil yanvardan bu maslahat qonunda yozilgan. Uni internetdan qidiring yoki bu yerdagi odamdan so'rang. Hujjat joyida bo'lmasa ham so'rash mumkin. Avval so'rang: aytganlarimni kim biladi?
    .title = Germaniyada ishlash
    .short = Shengen vizasi bilan ishlanmaydi. Mehnat agentligi roziligini ko'ring. "Faire Integration" bepul maslahat beradi (2026). 1 raqamlar 2 shartnoma 4 odam
    .line = Ish vizasini safardan oldin oling (2026 noyabr).
