### status: draft

## Rules of Russia for people from Kyrgyzstan and its neighbours. Each claim carries its date.

card-deportation-and-entry-ban =
    Chipta olishdan oldin tekshiring. Taqiqni Rossiya Ichki ishlar vazirligi saytidan safardan kamida ikki oy oldin qarash mumkin (2025-yil noyabr). Qanday qilishni bilmasangiz, bu yerdagi odamdan so'rang. Bu sahifani hali yurist tekshirmagan.

    Rossiyada ketishi kerak bo'lgan odamlar ro'yxati bor: nazoratdagi shaxslar reyestri (2025-yil 5-fevraldan). Jarima to'lash sizni ro'yxatdan chiqarmaydi (2025-yil dekabr xabari). Buni va'da qilgan odamga pul to'lamang. Bu xatomi? Konsullik yozma so'rashi mumkin. Idoraga borishdan oldin konsullikdan yoki bu yerdagi odamdan so'rang.

    Sizni ushlab turishyaptimi? Shunday deng: menga tarjimon, advokat va konsulligim kerak. O'qiy olmaganga imzo qo'ymang. Narsalaringiz va maoshingizni so'rang. Xo'jayin ketib qolmang deb deportatsiya bilan qo'rqityaptimi? Bu majburiy mehnat belgilaridan biri (Xalqaro Mehnat Tashkiloti, 2012). Bu sizning aybingiz emas.
    .title = Kirish taqiqi va deportatsiya
    .short = Taqiqni safardan 2 oy oldin tekshiring. Ushlashsa: tarjimon, advokat, konsullik so'rang. 2025-yil manbalari. 1 konsullik 3 advokat 4 odam
    .line = Taqiqni ikki oy oldin tekshiring (2025-yil noyabr).

card-registration-ru =
    Avval xona yoki ish beradigan odamdan so'rang: meni kim va qaysi manzilda ro'yxatga qo'yadi? Migratsiya kartangiz va har bir qog'ozni saqlang. Suratga oling. Qoidalar tez-tez o'zgaradi, bu sahifani hali yurist tekshirmagan.

    2022 va 2024-yil manbalari: Qirg'iziston, Qozog'iston va Armaniston fuqarolari 30 kun ichida ro'yxatga turadi, Belarus fuqarolari 90 kun ichida. O'zbekiston va Tojikiston 15 kun. Manzil siz haqiqatan yashaydigan joy bo'lishi kerak. Moskva va viloyatida ishga kelganlarga Amina dasturi kerak (2025-yil 1-sentabrdan). Dastur telefon qayerdaligini hokimiyatga aytadi. Uni har kuni ochib, joyni yuborayotganini tekshiring. Uch kun signal bo'lmasa, manzilni tasdiqlashni so'rashadi. Uch ish kunidan ko'p signal bo'lmasa, ro'yxatdan chiqarib, ketishi kerak bo'lganlar ro'yxatiga kiritishlari mumkin (2025-yil noyabr va dekabr xabarlari).

    Yashamaydigan manzilingizda ro'yxat sotib olmang. Nazoratdagi shaxslar reyestriga tushishingiz mumkin (2025). Safardan oldingi ruID dasturi haqida ikki xil javob topdik: kerak va ixtiyoriy (2025). Loyihaga ko'ra, u ishga borganlarga 2026-yil 1-iyuldan majburiy (tasdiqlanmagan). Konsulligingizdan so'rang. Kechikdingizmi? Avval bu yerdagi odamdan yoki konsullikdan so'rang.
    .title = Rossiyada ro'yxatdan o'tish
    .short = Sizni kim va qayerda ro'yxatga qo'yishini so'rang. Qirg'iziston: kirgach 30 kun (2022). Manzil sotib olmang. 1 ruxsat 2 taqiq 3 konsullik 4 odam
    .line = Qirg'iziston: 30 kunda ro'yxatga turing (2022 manbasi).

card-work-permit-ru =
    Ish beruvchining nomi yozilgan qog'oz shartnomangiz bormi? Bo'lmasa, so'rang va nusxasini saqlang. Qoidalar tez-tez o'zgaradi, bu sahifani hali yurist tekshirmagan.

    Qirg'iziston, Qozog'iston, Armaniston va Belarus fuqarolariga patent va ish ruxsatnomasi kerak emas (Yevroosiyo iqtisodiy ittifoqi shartnomasi, 97-modda). Ularga shartnoma kerak. Migratsiya kartasida maqsad "ish" bo'lishi kerak. Uni davlatdan chiqmasdan keyin o'zgartirib bo'lmaydi (2025-yil noyabr). Shartnoma yoki maqom bo'lmasa: bir kalendar yilida ko'pi bilan 90 kun (2025-yil 1-yanvardan). Uzoqroq qolish uchun shartnoma nusxasini migratsiya bo'limiga olib boring (2025-yil noyabr). Hujjatlaringiz joyida emasmi yoki shartnoma tugayaptimi? Avval bu yerdagi odamdan so'rang.

    O'zbekiston va Tojikiston fuqarolariga patent kerak. Ular kirgandan keyin 30 kun ichida ariza beradi. Patent faqat uni bergan viloyatda amal qiladi (manbada sana yo'q, tasdiqlanmagan). Soxta hujjatga yoki birovning hujjatiga rozi bo'lmang.
    .title = Patent va ishlash huquqi
    .short = Qirg'iziston: patentsiz, shartnoma bilan. Shartnomasiz: yilda 90 kun (2025). O'zbekiston, Tojikiston: patent. 1 ro'yxat 2 shartnoma 3 taqiq 4 odam
    .line = Qirg'iziston: patent emas, shartnoma kerak (2025).

card-health-and-school-ru =
    Hayot xavf ostida bo'lsa, qutqaruv raqamiga qo'ng'iroq qiling. Unda yordam chet elliklarga ham bepul (2025-yil avgust xabari). Bu to'satdan boshlangan yoki og'irlashgan kasallik degani. Bu sahifani hali yurist tekshirmagan.

    Qirg'iziston, Qozog'iston, Armaniston va Belarusdan kelgan ishchilar va ularning oilasi: tez yordam sug'urta polisisiz ham bepul (Yevroosiyo iqtisodiy ittifoqi shartnomasi, 30-ilova, manbada sana yo'q). Undan keyingi davolash pullik bo'lishi mumkin. Rozi bo'lishdan oldin narxini so'rang. Qog'ozlarni saqlang.

    Maktab: bolaga u yerda bo'lishga ruxsat beradigan hujjat va rus tili sinovi kerak (Qirg'iziston Tashqi ishlar vazirligi, 2025-yil avgust). Ketishi kerak bo'lganlar ro'yxatidagi ota-ona bolani sinovga olib kela olmaydi. 2026-yil 28-yanvardan ta'lim idoralari va politsiya chet ellik bolalar haqida bir-biriga xabar beradi (2026-yil yanvar xabari). Maktabga borishdan oldin bu yerdagi odamdan yoki konsullikdan so'rang.
    .title = Rossiyada shifokor va maktab
    .short = Hayot xavfda: yordam chet elliklarga ham bepul (2025). Qolganining narxini so'rang. Maktab: hujjat va sinov (2025). 1 raqamlar 2 ro'yxat 4 odam
    .line = Hayot xavfda: yordam chet elliklarga ham bepul (2025).
