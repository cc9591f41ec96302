### status: draft

## Cards for people who plan to leave for work.

card-before-you-go =
    Keep your passport with you all the time. Take a photo of every paper. Leave copies with someone you trust.

    Give your family the full address, the name of the employer and the phone numbers. Agree on the days when you call. Choose one secret word. It means: I need help.

    Keep money for the way home. Write the numbers of your consulate and of a help line on paper. Learn the emergency number of that country.
    .title = Before you go
    .short = Keep your passport yourself. Leave copies and the address with family. Choose a secret word for help. Keep money for the way home. 1 questions 5 person
    .line = Passport with you, copies with family, money to return.

card-check-the-agency =
    Do not pay yet and do not give your passport. First check the agency.

    Kyrgyzstan: the site of the state centre for employment abroad has a list of agencies with a permit (news of 15 November 2025). The name and the address must be the same. In another country, ask the employment office where such a list is.

    If there is only a mobile number or a chat, ask for the name and address of the company. If they do not tell you, do not agree. A relative or a friend may offer the job. Check all the same.
    .title = Check the agency
    .short = Do not pay or give your passport yet. First find the agency on the official list. Check also when a relative offers the job. 3 questions 4 person
    .line = Look on the official list before you pay.

card-check-the-offer =
    Do not hurry. Say: I will think about it. Then check.

    Warning signs: the pay is much higher than others get. You must pay first or owe money. They want to keep your passport. You go to work on a tourist visa. There is no written contract. You are told to hurry or to keep silent. The work is online and the ticket to Thailand is free.

    One sign does not prove a lie. No sign does not mean that it is safe. Ask: where, for whom, for how much? Talk to people who work there. You can send the words of the offer here. Or answer 8 questions.
    .title = Check a job offer
    .short = Do not hurry. Signs: you pay first, they keep your passport, tourist visa, no contract, free ticket to Thailand. Send me its words. 1 questions 6 person
    .line = Do not hurry. Ask where, for whom, for how much.

card-recruitment-fees =
    If you have not paid: do not pay for the job itself. If you have paid: keep every receipt and message. Write down who took the money and when.

    The International Labour Organization says: a worker should pay no fee for finding a job (2018-2019). This is a principle. We have not confirmed what the law of each country says.

    Some honest employers pay the ticket and the room. So a free ticket does not prove a lie. Ask: what must I give back for it? Let them write the answer.
    .title = Money for finding a job
    .short = Do not pay for the job itself. If you have paid, keep receipts and write down who took the money. 1 agency 2 debt 3 person
    .line = Do not pay for the job itself. Keep receipts.

card-contract =
    Do not sign what you cannot read. Ask for the contract in your language. Or take a photo and show it to someone you trust.

    Look for: the name and address of the employer, the work, the pay and the day of pay, the hours and days off, the room and food. The contract should be with the real employer, not only with the go-between.

    Keep one copy. Leave one copy with your family. If on arrival the work, the boss or the paper is different, write to a person here. If it is safe, do not sign on that day.
    .title = Work contract
    .short = Do not sign what you cannot read. Look for: employer, address, work, pay, hours. Keep a copy, leave one with family. 1 job offer 3 person
    .line = Do not sign what you cannot read. Keep a copy.

card-visa-types =
    First find out: does your visa or status allow you to work? A tourist visa for work is a warning sign. Rules change often. No lawyer has checked this page yet. Ask a person before you travel.

    Citizens of Kyrgyzstan in Russia: no patent, but a work contract (treaty of the Eurasian Economic Union). On the migration card, "work" must be the purpose (November 2025). Register within 30 days (source of 2022). Without a contract or a status: at most 90 days in a calendar year (since 1 January 2025). Check for an entry ban two months before the trip.

    Citizens of Uzbekistan and Tajikistan need a patent in Russia. Apply within 30 days after entry (the source has no date, not confirmed). Citizens of Kyrgyzstan who stay abroad longer than three months register at the consulate within 15 days (the source has no date, not confirmed).
    .title = Visa and right to work
    .short = Does your visa allow work? A tourist visa for work is a warning sign. No lawyer has checked this yet (Nov 2025). 4 countries 5 person
    .line = Check that your visa allows work (November 2025).
