### status: draft

## Eight questions about one job offer. What counts is said with the lines of flags.ftl.

assess-check-the-offer-title = Questions about an offer

assess-check-the-offer =
    Questions: { $count }. Time: about { $minutes } min. They are only about this job offer. Answer yes or no. Some questions are hard. You may skip any of them, and you may stop at any time.

    First look around: can anyone read this now? If so, come back later.

    If you have the words of the offer, you can also send them here.
    .short = Questions: { $count }, about { $minutes } min. Some are hard, you may skip any. Can anyone read this now? Then come back later. 1 start

assess-check-the-offer-result = Thank you. I cannot know if this offer is good or bad. Please check these things before you say yes. Ask questions only if it is safe for you.
    .short = I cannot know if this offer is good. Check this before you say yes, or 1 person:

ask-check-the-offer-company = { $index }/{ $count }. Do you know the name and the address of the company?
    .short = Do you know the name and the address of the company? 1 yes 2 no 3 skip

ask-check-the-offer-money = { $index }/{ $count }. Do they want money from you for this job, now or later from your pay?
    .short = Do they want money from you for this job, now or later from your pay? 1 yes 2 no 3 skip
check-check-the-offer-money = They want money from you for the job, now or later. A worker should not pay for getting a job. Do not pay for the job itself. A debt can grow, and then it is hard to leave. Ask: what is each sum for?
    .short = Money: do not pay for the job itself. Ask what each sum is for.

ask-check-the-offer-contract = { $index }/{ $count }. Have you seen a written contract with the employer that you can read?
    .short = Have you seen a written contract with the employer that you can read? 1 yes 2 no 3 skip
check-check-the-offer-contract = You have not seen a contract with the employer that you can read. Then it is hard to prove what they promised. Ask for it in your language before you go. Do not sign what you cannot read.
    .short = Contract: read it in your language before you go or sign.

ask-check-the-offer-visa = { $index }/{ $count }. Will you have to go there as a tourist, but to work?
    .short = Will you have to go there as a tourist, but to work? 1 yes 2 no 3 skip
