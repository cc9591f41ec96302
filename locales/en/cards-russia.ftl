### status: draft

## Rules of Russia for people from Kyrgyzstan and its neighbours. Each claim carries its date.

card-deportation-and-entry-ban =
    Check before you buy a ticket. You can look for a ban on the site of the Ministry of Internal Affairs of Russia, at least two months before the trip (November 2025). Ask a person here if you do not know how. No lawyer has checked this page yet.

    In Russia there is a list of people who have to leave: the register of controlled persons (since 5 February 2025). To pay fines does not take you off the list (news of December 2025). Do not pay anyone who promises that. Is it a mistake? The consulate can ask in writing. First ask the consulate or a person here before you go to an office.

    Are you held? Say: I need an interpreter, a lawyer and my consulate. Do not sign what you cannot read. Ask for your things and your pay. Does the boss threaten you with deportation so that you stay? That is one of the signs of forced labour (ILO, 2012). It is not your fault.
    .title = Entry ban and deportation
    .short = Check for a ban 2 months before the trip. Held? Ask for an interpreter, a lawyer, your consulate. By sources of 2025. 1 consulate 3 lawyer 4 person
    .line = Look for a ban two months before (November 2025).

card-registration-ru =
    First ask the one who gives you the room or the work: who registers me, and at which address? Keep your migration card and each slip. Take photos of them. Rules change often, and no lawyer has checked this page yet.

    By sources of 2022 and 2024: citizens of Kyrgyzstan, Kazakhstan and Armenia register within 30 days, of Belarus within 90 days. Uzbekistan and Tajikistan: 15 days. The address is where you really live. In Moscow and its region, people who come to work need the app Amina (since 1 September 2025). The app tells the authorities where the phone is. Open it every day and check that it sends the place. After three days without a signal you are asked to confirm the address. After more than three working days you can be taken off the register and put on the list of people who have to leave (news of November and December 2025).

    Do not buy a registration at an address where you do not live. You could get into the register of controlled persons (2025). For the app ruID before the trip we found two answers: needed, and voluntary (2025). By a draft it is a duty for work from 1 July 2026 (not confirmed). Ask your consulate. Are you late? First ask a person here or the consulate.
    .title = Registration in Russia
    .short = Ask who registers you and where. Kyrgyzstan: 30 days after entry (2022). Do not buy an address. 1 permit 2 ban 3 consulate 4 person
    .line = Kyrgyzstan: register within 30 days (source of 2022).

card-work-permit-ru =
    Do you have a contract on paper with the name of the employer? If not, ask for one and keep a copy. Rules change often, and no lawyer has checked this page yet.

    Citizens of Kyrgyzstan, Kazakhstan, Armenia and Belarus need no patent and no work permit (treaty of the Eurasian Economic Union, Article 97). They need a contract. On the migration card the purpose must be "work". It cannot be changed later without leaving the country (November 2025). Without a contract or a status: at most 90 days in a calendar year (since 1 January 2025). To stay longer, take a copy of the contract to the migration department (November 2025). Are your papers not in order, or does the contract end? First ask a person here.

    Citizens of Uzbekistan and Tajikistan need a patent. They apply within 30 days after entry. It is valid only in the region that gave it (source without date, not confirmed). Do not agree to false papers or papers of another person.
    .title = Patent and right to work
    .short = Kyrgyzstan: no patent, but a contract. Without one: 90 days a year (2025). Uzbekistan, Tajikistan: patent. 1 register 2 contract 3 ban 4 person
    .line = Kyrgyzstan: no patent, but a contract (2025).

card-health-and-school-ru =
    If a life is in danger, call the rescue number. Help is free then, also for foreigners (news of August 2025). This means a sudden illness or an old illness that gets worse. No lawyer has checked this page yet.

    Workers from Kyrgyzstan, Kazakhstan, Armenia and Belarus and their families: the ambulance is free, also without an insurance card (treaty of the Eurasian Economic Union, annex 30, source without date). Treatment after that may cost money. Ask the price before you agree. Keep the papers.

    School: a child needs papers that allow the stay, and a test of Russian (Foreign Ministry of Kyrgyzstan, August 2025). Parents on the list of people who have to leave cannot bring the child to the test. Since 28 January 2026 the education offices and the police tell each other about foreign children (news of January 2026). Ask a person here or the consulate before you go to the school.
    .title = Doctor and school in Russia
    .short = Life in danger: help is free for foreigners too (2025). Ask the price of more. School: papers and a test (2025). 1 numbers 2 register 4 person
    .line = Life in danger: help is free, also for foreigners (2025).
