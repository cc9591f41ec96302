### Small words that the core itself uses on many screens.
### status: draft

assess-start = Boshlash
answer-hint = Raqamni bosing: 1 ha, 2 yo'q, 3 o'tkazish.
    .short = Raqamni bosing.
question-place = { $count } savoldan { $index }-savol.
question-ways = 0 orqaga. Yozish mumkin: ODAM, CHIQ
why-label = Nega?
hide-label = Bu chatni yashirish
record-label = Javoblarimni menga oid ma'lumotsiz hisoblang
record-thanks = Rahmat. Faqat javoblar hisobga olindi. Siz haqingizda hech narsa saqlanmadi.
    .short = Rahmat. Faqat javoblar hisobga olindi.
