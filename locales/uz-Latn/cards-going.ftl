### status: draft

## Cards for people who plan to leave for work.

card-before-you-go =
    Pasportingiz doim o'zingizda tursin. Har bir hujjatning suratini oling. Nusxalarini ishongan odamingizga qoldiring.

    Oilangizga to'liq manzilni, ish beruvchi nomini va telefon raqamlarini bering. Qaysi kunlari qo'ng'iroq qilishni kelishib oling. Bitta maxfiy so'z tanlang. U shuni bildiradi: menga yordam kerak.

    Uyga qaytish uchun pul saqlang. Konsulligingiz va yordam telefoni raqamini qog'ozga yozing. O'sha davlatning qutqaruv raqamini bilib oling.
    .title = Ketishdan oldin
    .short = Pasport o'zingizda bo'lsin. Nusxa va manzilni oilaga qoldiring. Yordam uchun maxfiy so'z tanlang. Qaytishga pul saqlang. 1 savollar 5 odam
    .line = Pasport o'zingizda, nusxa oilada, qaytishga pul bor.

card-check-the-agency =
    Hozircha pul to'lamang va pasportingizni bermang. Avval agentlikni tekshiring.

    Qirg'iziston: ruxsati bor agentliklar ro'yxati chet elda ish bo'yicha davlat markazi saytida turadi (2025-yil 15-noyabr xabari). Nomi va manzili bir xil bo'lishi kerak. Boshqa davlatda bunday ro'yxat qayerdaligini bandlik idorasidan so'rang.

    Faqat mobil raqam yoki chat bo'lsa, kompaniya nomi va manzilini so'rang. Aytishmasa, rozi bo'lmang. Ishni qarindosh yoki do'st taklif qilishi mumkin. Baribir tekshiring.
    .title = Agentlikni tekshirish
    .short = Hozircha to'lamang, pasport bermang. Avval agentlikni rasmiy ro'yxatdan toping. Qarindosh taklif qilsa ham tekshiring. 3 savollar 4 odam
    .line = To'lashdan oldin rasmiy ro'yxatga qarang.

card-check-the-offer =
    Shoshilmang. Shunday deng: o'ylab ko'raman. Keyin tekshiring.

    Shubhali belgilar: maosh boshqalar oladigandan ancha ko'p. Avval pul to'lashni yoki qarz bo'lishni talab qilishadi. Pasportingizni o'zlarida saqlashmoqchi. Turist vizasi bilan ishga chaqirishadi. Yozma shartnoma yo'q. Shoshirishadi yoki jim turishni aytishadi. Ish internetda, Tailandga chipta bepul.

    Bitta belgi yolg'onni isbotlamaydi. Belgi yo'qligi xavfsiz degani emas. So'rang: qayerda va kimga ishlayman, qancha olaman? U yerda ishlaydigan odamlar bilan gaplashing. Taklif matnini shu yerga yuborishingiz mumkin. Yoki 8 ta savolga javob bering.
    .title = Ish taklifini tekshirish
    .short = Shoshilmang. Belgilar: avval to'lash, pasport ularda, turist viza, shartnoma yo'q, Tailandga bepul chipta. Menga taklif matnini yuboring. 1 savollar 6 odam
    .line = Shoshilmang. Qayerda, kimga, qanchaga ishlashni so'rang.

card-recruitment-fees =
    To'lamagan bo'lsangiz: ishning o'zi uchun to'lamang. To'lagan bo'lsangiz: har bir kvitansiya va xabarni saqlang. Pulni kim va qachon olganini yozib qo'ying.

    Xalqaro Mehnat Tashkiloti shunday deydi: ishchi ish topish uchun haq to'lamasligi kerak (2018-2019). Bu tamoyil. Har bir davlat qonuni nima deyishini biz tasdiqlamaganmiz.

    Ba'zi halol ish beruvchilar chipta va xona pulini to'laydi. Shuning uchun bepul chipta yolg'onni isbotlamaydi. So'rang: buning evaziga nima berishim kerak? Javobni yozib berishsin.
    .title = Ish topish uchun pul
    .short = Ishning o'zi uchun to'lamang. To'lagan bo'lsangiz, kvitansiyani saqlang, pulni kim olganini yozing. 1 agentlik 2 qarz 3 odam
    .line = Ishning o'zi uchun to'lamang. Kvitansiyani saqlang.

card-contract =
    O'qiy olmagan narsaga imzo qo'ymang. O'z tilingizdagi shartnomani so'rang. Yoki suratga olib, ishongan odamingizga ko'rsating.

    Qarang: ish beruvchining nomi va manzili, ish, maosh va maosh kuni, ish soatlari va dam olish kunlari, xona va ovqat. Shartnoma faqat vositachi bilan emas, haqiqiy ish beruvchi bilan bo'lishi kerak.

    Bir nusxasini saqlang. Bir nusxasini oilangizga qoldiring. Borganingizda ish, xo'jayin yoki qog'oz boshqacha bo'lsa, bu yerdagi odamga yozing. Xavfsiz bo'lsa, o'sha kuni imzo qo'ymang.
    .title = Mehnat shartnomasi
    .short = O'qiy olmaganingizga imzo qo'ymang. Qarang: ish beruvchi, manzil, ish, maosh, soatlar. Nusxasini oilaga qoldiring. 1 ish taklifi 3 odam
    .line = O'qiy olmaganga imzo qo'ymang. Nusxa saqlang.

card-visa-types =
    Avval bilib oling: vizangiz yoki maqomingiz ishlashga ruxsat beradimi? Ish uchun turist vizasi - shubhali belgi. Qoidalar tez-tez o'zgaradi. Bu sahifani hali yurist tekshirmagan. Safardan oldin odamdan so'rang.

    Qirg'iziston fuqarolari Rossiyada: patent kerak emas, lekin mehnat shartnomasi kerak (Yevroosiyo iqtisodiy ittifoqi shartnomasi). Migratsiya kartasida maqsad "ish" bo'lishi kerak (2025-yil noyabr). 30 kun ichida ro'yxatdan o'ting (2022-yil manbasi). Shartnoma yoki maqom bo'lmasa: bir kalendar yilida ko'pi bilan 90 kun (2025-yil 1-yanvardan). Kirish taqiqi yo'qligini safardan ikki oy oldin tekshiring.

    O'zbekiston va Tojikiston fuqarolariga Rossiyada patent kerak. Kirgandan keyin 30 kun ichida ariza bering (manbada sana yo'q, tasdiqlanmagan). Chet elda uch oydan uzoq turadigan Qirg'iziston fuqarolari 15 kun ichida konsullikda ro'yxatga turadi (manbada sana yo'q, tasdiqlanmagan).
    .title = Viza va ishlash huquqi
    .short = Vizangiz ishga ruxsat beradimi? Ish uchun turist viza - shubhali belgi. Yurist hali tekshirmagan (2025 noyabr). 4 davlatlar 5 odam
    .line = Vizangiz ishga ruxsat beradimi (2025-yil noyabr).
