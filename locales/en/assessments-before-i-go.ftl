### status: draft

## Before leaving for work: each sign brings its own check.

assess-before-i-go-title = Questions before I go

assess-before-i-go =
    Questions: { $count }. Time: about { $minutes } min. Answer yes or no. Some questions are hard. You may skip any of them, and you may stop at any time.

    First look around: can anyone read this now? If so, come back later.
    .short = Questions: { $count }, about { $minutes } min. Some are hard, you may skip any. Can anyone read this now? Then come back later. 1 start

assess-before-i-go-result = Thank you. Please check these things before you go.
    .short = Thank you. Please check this before you go, or 1 person:

ask-before-i-go-pay = { $index }/{ $count }. Do they promise much more money than others get for the same work?
    .short = Do they promise much more money than others get for the same work? 1 yes 2 no 3 skip
why-before-i-go-pay = A very high pay for simple work is often used to draw people in.
check-before-i-go-pay = Ask someone who does the same work there how much they get. Ask the employer to write down the sum.
    .short = Pay: ask someone who works there how much they get.

ask-before-i-go-listed = { $index }/{ $count }. Did you find the agency or the go-between on the official list?
    .short = Is the agency on the official list? 1 yes 2 no 3 skip
why-before-i-go-listed = Agencies with a permit are on an official list. Without it you cannot check who they are.
check-before-i-go-listed = Do not pay or sign before you find them on the official list. Ask a person here where the list is.
    .short = List: do not pay or sign before you find them on the official list.

ask-before-i-go-fee = { $index }/{ $count }. Do they ask you for money so that you get the job?
    .short = Do they ask you for money so that you get the job? 1 yes 2 no 3 skip
why-before-i-go-fee = A worker should not pay for finding a job. If you borrow to pay, the debt can hold you.
check-before-i-go-fee = Do not pay for the job itself. If you have paid, keep receipts and messages.
    .short = Money: do not pay for the job itself. Keep receipts.

ask-before-i-go-contract = { $index }/{ $count }. Do you have a written contract that you can read, with the name and address of the employer?
    .short = Do you have a written contract that you can read, with the employer's name? 1 yes 2 no 3 skip
why-before-i-go-contract = Without a contract that you can read it is hard to prove what they promised.
check-before-i-go-contract = Ask for a contract that you can read. Keep a copy and leave a copy with your family.
    .short = Contract: ask for one that you can read. Keep a copy.

ask-before-i-go-visa = { $index }/{ $count }. Does your visa or status allow you to work there?
    .short = Does your visa or status allow you to work there? 1 yes 2 no 3 skip
why-before-i-go-visa = Who works without permission can be frightened with the police.
check-before-i-go-visa = Ask the embassy of that country which visa allows work. A tourist visa for work is a warning sign.
    .short = Visa: ask the embassy of that country which visa allows work.

ask-before-i-go-passport = { $index }/{ $count }. Does someone else want to keep your passport?
    .short = Does someone else want to keep your passport? 1 yes 2 no 3 skip
why-before-i-go-passport = Some take the passport so that a worker cannot leave.
check-before-i-go-passport = Keep your passport yourself. Give only a copy. Leave a photo of it with your family.
    .short = Passport: keep it yourself, give only a copy.

ask-before-i-go-debt = { $index }/{ $count }. Will you have to work off money for the ticket or for the job?
    .short = Will you have to work off money for the ticket or for the job? 1 yes 2 no 3 skip
why-before-i-go-debt = A debt without a fixed sum can grow, and people are held by it.
check-before-i-go-debt = Ask them to write down the full sum and the last day to pay. If they do not write it, do not go.
    .short = Debt: let them write the full sum and the last day to pay.

ask-before-i-go-lie = { $index }/{ $count }. Do they tell you to lie at the border or to travel with somebody else's papers?
    .short = Do they tell you to lie at the border or to use somebody else's papers? 1 yes 2 no 3 skip
why-before-i-go-lie = Who travels with false papers is easier to frighten and finds it harder to ask for help.
check-before-i-go-lie = Do not travel with false papers. First speak with a person here. You can still say no.
    .short = Papers: do not travel with false papers. You can still say no.

ask-before-i-go-hurry = { $index }/{ $count }. Do they hurry you, or tell you to keep it secret?
    .short = Do they hurry you, or tell you to keep it secret? 1 yes 2 no 3 skip
why-before-i-go-hurry = Who hurries you or wants silence does not want you to check.
check-before-i-go-hurry = Take time. Tell one person you trust today. An honest job can wait for you to check.
    .short = Do not hurry. Tell one person you trust today.

ask-before-i-go-asia = { $index }/{ $count }. Is it work on a computer, with a free ticket to Thailand, Myanmar, Cambodia or Laos?
    .short = Computer work, with a free ticket to Thailand, Myanmar, Cambodia or Laos? 1 yes 2 no 3 skip
why-before-i-go-asia = People were promised work online in Thailand, taken to Myanmar and held for money (reports of 2025).
check-before-i-go-asia = Do not use this ticket yet. From Thailand people were taken to Myanmar and held for money (reports of 2025). Kyrgyzstan has no embassy there. First speak with a person here.
    .short = Do not fly yet. People were taken from Thailand to Myanmar and held for money (2025). First speak with a person.

ask-before-i-go-trusted = { $index }/{ $count }. Does someone you trust know the address and have copies of your papers?
    .short = Does someone you trust know the address and have copies of your papers? 1 yes 2 no 3 skip
why-before-i-go-trusted = If something goes wrong, this person can look for help for you.
check-before-i-go-trusted = Give one person you trust the address, the name of the employer and copies of your papers. Agree on a secret word.
    .short = Give someone you trust the address, copies of your papers and a secret word.
