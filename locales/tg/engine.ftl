### Small words that the core itself uses on many screens.
### status: draft

assess-start = Оғоз
answer-hint = Рақамро пахш кунед: 1 ҳа, 2 не, 3 гузаштан.
    .short = Пахш кунед: 1 ҳа, 2 не, 3 гузаштан.
why-label = Чаро?
hide-label = Ин чатро пинҳон кардан
record-label = Ҷавобҳоямро бе маълумоти ман ҳисоб кунед
record-thanks = Раҳмат. Танҳо ҷавобҳо ҳисоб шуданд. Дар бораи шумо ҳеҷ чиз сабт нашуд.
    .short = Раҳмат. Танҳо ҷавобҳо ҳисоб шуданд.
