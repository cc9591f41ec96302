### status: draft

## What the three lists of questions share. The names of outcomes stand nowhere.

assess-none-flagged =
    Javoblaringizdan hech bir maslahat chiqmadi.

    Bu xavfsizsiz degani emas. Hayotingizni o'zingiz yaxshi bilasiz. Ishonchingiz komil bo'lmasa ham, odam yordam berishi mumkin.
    .short = Maslahat chiqmadi. Bu xavfsizsiz degani emas. Ishonchingiz komil bo'lmasa ham, odam yordam berishi mumkin. 1 odam
assess-reasons = Nega bunday deymiz:
    .short = Nega bunday deymiz:
