### status: draft

## Eight questions about one job offer. What counts is said with the lines of flags.ftl.

assess-check-the-offer-title = Taklif haqida savollar

assess-check-the-offer =
    Savollar: { $count }. Vaqt: taxminan { $minutes } daqiqa. Ular faqat shu ish taklifi haqida. Ha yoki yo'q deb javob bering. Ba'zi savollar og'ir. Istalgan savolni o'tkazib yuborish va istalgan paytda to'xtash mumkin.

    Avval atrofga qarang: buni hozir kimdir o'qiy oladimi? O'qiy olsa, keyinroq qayting.

    Taklif matni bo'lsa, uni ham shu yerga yuborishingiz mumkin.
    .short = Savollar: { $count }, taxminan { $minutes } daqiqa. Ba'zilari og'ir, o'tkazish mumkin. Hozir kimdir o'qiy oladimi? Unda keyinroq qayting. 1 boshlash

assess-check-the-offer-result = Rahmat. Bu taklif yaxshi yoki yomonligini bila olmayman. Iltimos, rozi bo'lishdan oldin quyidagilarni tekshiring. Savollarni faqat siz uchun xavfsiz bo'lsa bering.
    .short = Taklif yaxshimi, bila olmayman. Rozi bo'lishdan oldin tekshiring, yoki 1 odam:

ask-check-the-offer-company = { $index }/{ $count }. Kompaniyaning nomi va manzilini bilasizmi?
    .short = Kompaniyaning nomi va manzilini bilasizmi? 1 ha 2 yo'q 3 o'tkazish

ask-check-the-offer-money = { $index }/{ $count }. Bu ish uchun sizdan pul so'rashyaptimi: hozir yoki keyin maoshingizdan?
    .short = Bu ish uchun sizdan pul so'rashyaptimi: hozir yoki keyin maoshingizdan? 1 ha 2 yo'q 3 o'tkazish
check-check-the-offer-money = Ish uchun hozir yoki keyin sizdan pul so'rashyapti. Ishchi ish topish uchun pul to'lamasligi kerak. Ishning o'zi uchun pul to'lamang. Qarz o'sib borishi mumkin, keyin ketish qiyin bo'ladi. So'rang: har bir summa nima uchun?
    .short = Pul: ishning o'zi uchun to'lamang. So'rang: har summa nima uchun?

ask-check-the-offer-contract = { $index }/{ $count }. Ish beruvchi bilan tuziladigan, o'zingiz o'qiy oladigan yozma shartnomani ko'rdingizmi?
    .short = Ish beruvchi bilan tuziladigan, o'zingiz o'qiy oladigan yozma shartnomani ko'rdingizmi? 1 ha 2 yo'q 3 o'tkazish
check-check-the-offer-contract = Ish beruvchi bilan tuziladigan, o'zingiz o'qiy oladigan shartnomani ko'rmagansiz. Unda nima va'da qilishganini isbotlash qiyin. Ketishdan oldin uni o'z tilingizda berishlarini so'rang. O'qiy olmagan narsaga imzo qo'ymang.
    .short = Shartnoma: ketish va imzodan oldin uni o'z tilingizda o'qing.

ask-check-the-offer-visa = { $index }/{ $count }. U yerga ishlash uchun, lekin turist bo'lib borishingiz kerakmi?
    .short = U yerga ishlash uchun, lekin turist bo'lib borishingiz kerakmi? 1 ha 2 yo'q 3 o'tkazish
