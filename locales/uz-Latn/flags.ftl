### What a sign in a job offer means, why it matters, and what to ask. Shown for the signs a visitor's text shows.

flag-rf01 = Oddiy ish uchun juda katta maosh. Ko'pincha amalda ancha kam to'lanadi. So'rang: u yerda boshqalar xuddi shu ish uchun qancha oladi?
flag-rf02 = Avval hamma xarajatingizni boshqalar to'laydi. Keyin bu qarzga aylanishi mumkin. So'rang: bu pulni qaytarishim kerakmi va qancha?
flag-rf03 = Ofitsiant, raqqosa, mehmon kutuvchi yoki enaga ishi, tajriba kerak emas. Ba'zan ish boshqacha bo'lib chiqadi. So'rang: aynan nima qilaman va rad eta olamanmi?
flag-rf04 = Faqat telefon raqami yoki messenjer bor, nomi ham, idorasi ham yo'q. Keyin hech kimni topib bo'lmaydi. So'rang: kompaniyaning nomi va manzili qanday?
flag-rf05 = Tailandda yoki unga yaqin joyda ofis yoki onlayn ish, chipta bepul. Ba'zi odamlarni u yerda qamab qo'yib, boshqalarni aldashga majburlashgan. So'rang: ofis qaysi shaharda va hozir u yerda kim ishlaydi?
flag-rf06 = Britaniyadagi fermada ish o'rnini kimdir sotyapti. Bunday ish o'rinlarini faqat litsenziyasi bor bir nechta kompaniya bera oladi. So'rang: bu litsenziyali kompaniyalarning qaysi biri? Keyin rasmiy ro'yxatdan tekshiring.
flag-rf07 = Ishga yollovchining ruxsatnomasi yo'q. Unda hech bir idora sizni himoya qilmaydi. So'rang: ruxsatnomangizning raqami qanday? Keyin rasmiy ro'yxatdan tekshiring.
flag-rf09 = Safarni faqat internetda tanigan odamingiz uyushtiryapti. Ba'zan sevgidan foydalanib, odamlarni yomon joylarga olib borishadi. O'zingizdan so'rang: qayerda bo'lishimni bu odamdan boshqa kim biladi?
flag-rf10 = Qarzi bor, ajrashgan yoki bolalari bilan yolg'iz qolgan odamlarni qidirishyapti. Bunday odamlarga rad etish qiyinroq. So'rang: nega aynan shunday odamlarni qidiryapsiz?
flag-rf11 = Jo'nashdan oldin pul to'lashingiz kerak. Halol ishda ish o'rni sotilmaydi. So'rang: bu pul nima uchun va menga to'lov qog'ozi beriladimi?
flag-rf12 = Ishlab uzishingiz kerak bo'lgan qarz. U ko'pincha o'sib boradi va odamni ketgani qo'ymaydi. So'rang: yozma hisobda qarz jami qancha va ketsam nima bo'ladi?
flag-rf13 = Kimdir pasportingizni o'zida saqlamoqchi. Pasportsiz ketish qiyin. So'rang: u sizga nima uchun kerak? Nusxasini ko'rsatsangiz ham bo'ladi.
flag-rf14 = Sayyohlik vizasi bilan yoki vizasiz ishlash. Unda sizga jarima solishlari yoki sizni chiqarib yuborishlari mumkin, ish beruvchilar bundan foydalanadi. So'rang: jo'nashimdan oldin ish vizasini kim qilib beradi?
flag-rf15 = Soxta hujjatlar yoki chegarada yolg'on gapirish. Buning uchun ular emas, siz javob berasiz. So'rang: nega halol yo'li yo'q?
flag-rf16 = Ish beruvchi bilan yozma shartnoma yo'q. Unda ularni hech narsa so'zida turishga majbur qilmaydi. So'rang: jo'nashimdan oldin shartnomani olsam bo'ladimi?
flag-rf17 = Shartnoma siz o'qiy olmaydigan tilda. Nimaga imzo qo'yayotganingizni bila olmaysiz. So'rang: uni o'z tilimda olib, shoshilmay o'qisam bo'ladimi?
flag-rf18 = Ish, davlat yoki ish beruvchi o'zgardi. Odamlarni o'zlari istamagan joyga shunday olib borishadi. So'rang: nega o'zgardi va orqaga qaytsam bo'ladimi?
flag-rf19 = Tez qaror qilishingiz yoki hech kimga aytmasligingiz kerak. Shoshilish va sukut tekshirishga xalaqit beradi. So'rang: keyingi hafta qaror qilsam va oilam bilan gaplashsam bo'ladimi?
flag-rf20 = Savol berishingiz yoki u yerda ishlaydiganlar bilan gaplashishingiz mumkin emas. So'rang: hozir u yerda ishlayotgan biror kishiga qo'ng'iroq qilsam bo'ladimi?
flag-rf21 = Telefoningizni olib qo'yishadi yoki yolg'iz tashqariga chiqa olmaysiz. Bunda yordam olish qiyin. So'rang: telefonim o'zimda qoladimi va istagan paytda chiqsam bo'ladimi?
flag-rf22 = Jarima, politsiya yoki oilangiz bilan qo'rqitishadi. Halol ish beruvchi bunday qilmaydi. So'rang: ishni to'xtatmoqchi bo'lsam, nima bo'ladi?
flag-rf23 = Maosh faqat keyin beriladi yoki ish beruvchida turadi. Ba'zilar uni umuman olmaydi. So'rang: maosh oyning qaysi kunida va kimga to'lanadi?
flag-rf24 = Armiya bilan shartnoma. Uni istagan paytingizda bekor qilib bo'lmaydi. So'rang: aynan nimaga imzo qo'yaman va nima uchun?
flag-rf25 = Mijozni yoki biror xizmatni rad eta olmaysiz, prezervativsiz bo'lsin deyishadi yoki pulingizni o'zlarida saqlashadi. Har qanday ishda rad etishga haqqingiz bor. So'rang: kim qaror qiladi va pulim kimda turadi?
flag-rf26 = Sizdan boshqa odamlarni olib kelishni so'rashadi. Shu yo'l bilan odamning o'zi ham bu ishga tortiladi. So'rang: nega men kimnidir olib kelishim kerak?
flags-intro = Yozganlaringizda shular ko'rinadi:
