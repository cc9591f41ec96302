### status: draft

## What the three lists of questions share. The names of outcomes stand nowhere.

assess-none-flagged =
    Javoblaringizga qarab maslahat topilmadi.

    Bu sizga xavf yo'q degani emas. Hayotingizni o'zingiz yaxshi bilasiz. Ishonchingiz komil bo'lmasa ham, odam yordam berishi mumkin.
    .short = Maslahat topilmadi. Bu sizga xavf yo'q degani emas. Ishonchingiz komil bo'lmasa ham, odam yordam berishi mumkin. 1 odam

assess-none-checked =
    Javoblaringizga qarab maslahat topilmadi.

    Bu xavfsiz degani emas. Soxta taklif yaxshi ko'rinishi mumkin. Bu yerdagi odam uni siz bilan ko'rib chiqishi mumkin.
    .short = Maslahat topilmadi. Bu xavfsiz degani emas: soxta taklif yaxshi ko'rinishi mumkin. Bu yerdagi odam siz bilan ko'rib chiqishi mumkin. 1 odam

assess-reasons = Nega bunday deymiz:
    .short = Nega bunday deymiz:

assess-more =
    Javoblaringiz uchun rahmat. Bular birinchi savollar edi. Yana { $count } ta savol bor, taxminan { $minutes } daqiqa. Ulardan ko'proq narsa bilinadi. Istalganini o'tkazib yuborish mumkin.

    Shu yerda tugatish yoki odamga yozish ham mumkin.
    .short = Rahmat. Yana { $count } ta savol, taxminan { $minutes } daqiqa. Davom etamizmi? 1 ha 2 shu yerda tugatish 3 odam
choice-more-questions = Yana savollar
choice-finish-here = Shu yerda tugatish
