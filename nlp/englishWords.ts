const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Latin words a Chinese writer uses as they are: courtesies, brands, pinyin initials. They never change a conversation's language. */
export const NEUTRAL_WORDS: ReadonlySet<string> = list(`
  ok okay okey k yes no yep hi hello hey helo thanks thank thx tks you u bye byebye pls please sorry good test
  app qq wechat vip id sku rma pod eta cod po erp ai kd rg yf hp zrg xb sf jd ems ups dhl fedex tnt usps yt yto zto sto
  lalamove shopee amazon ebay taobao tmall line facebook ig email mail qr code label case order update check call pdf excel
`);

/** English words that are frequent in messages and rare as names: a third of a text being these makes it English. */
export const ENGLISH_WORDS: ReadonlySet<string> = list(`
  i i'm i've i'd i'll im ive me my mine we we're we've our us your you're youre you've he he's she she's his her him it it's its they they're their them
  the a an this that that's these those there here some any every all both each other another one two three
  is isn't are aren't was wasn't were am be been being has hasn't have haven't had do don't dont does doesn't did didn't done
  can can't cant could couldn't will won't wont would wouldn't should shouldn't may might must shall
  and or but if because so then than as at by for from in into of off on onto out over to up down with without about after before until since during
  not never nothing none nobody still yet already again just only also even ever always too very much many more most less least few
  what what's whats when when's where where's wheres who who's why how how's which whose
  get gets got getting go going gone come comes coming came make made take takes took taken give gave given put send sends sent sending
  want wants wanted need needs needed like know knows think see saw look looking find found tell told say says said ask asked help try tried keep
  pay paid charge charged cost costs price refund money claim claims complain complaint complaining lost lose missing broken broke damaged crushed smashed wrong late
  parcel parcels package packages shipment delivery deliver delivered delivering driver courier address house home door office work pick pickup collect collection
  return returns returned exchange track tracking number status arrive arrives arrived arriving update invoice receipt bill quote rate rates speak talk person human agent real
  today tomorrow yesterday tonight morning afternoon evening monday tuesday wednesday thursday friday saturday sunday week weeks day days hour hours month time
  new old long how's hows nice great bad worst terrible service customer change cancel stop leave left hold box item items shop store phone
  good evening hey there please thanks fine okay sure guess maybe nothing everything something anything someone anyone nobody everyone people
  human agent representative manager operator supervisor staff team rep menu options help start stop exit quit reset
  screen cracked dented torn wet opened open empty half swapped stolen signed signature photo label printer scan printed expired
  star stars average poor excellent happy satisfied disappointed customs fee fees duty tax insurance weight size kilos pounds
  translate recommend best cheap weather joke song recipe game play book write read watch buy sell
  way along before anymore away here's somewhere anywhere nowhere issue issues approved vendor case ticket report reported
  hold depot warehouse hub van truck road street neighbour neighbor front gate floor room building school church
  send post mail ship shipped shipping goes went gone left right back soon early later ago once twice first last next
`);
