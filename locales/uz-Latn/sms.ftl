### status: draft

# SMS: what stands under a page that goes on.

sms-more = 1 yana
