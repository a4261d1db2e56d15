import type { MoodLanguage } from './moodRules.ts';

// Words between a denial and what it denies. Any other word breaks it: "if you don't refund I will sue" denies nothing.
const BETWEEN =
  "(?:(?:a|an|the|any|be|been|being|is|was|were|are|got|get|gets|getting|going|to|gonna|wanna|want|wanting|plan|planning|intend|intending|intention|of|really|even|very|too|that|so|at|all|seriously|badly|have|had|has|ever|said|say|saying|i|i'd|we|you|it|would|will|about|trying|try|physically|one|person|people|anyone|anybody|else|need|involve|involving|contact|contacting|call|calling|go|take|taking|my|this|in|with|feel|feeling|particularly|exactly|complain|complaining|report|thankfully|actually|luckily)\\s+){0,6}";

/** Lower case. Source of the triggers: domain 4.5, with the bodies of other English-speaking countries. */
export const ENGLISH: MoodLanguage = {
  script: /[a-z]{3}/,
  clauseEnd: /[.!?;,:。，]+\s*|\s{1,3}but\s{1,3}|\s{1,3}-{1,9}\s/,
  lookalikes: new RegExp(
    [
      // Goods
      'media (?:player|mail|box|cent(?:re|er)|cabinet|console|server|storage|converter|streamer|kit|stand|unit|device|drive|card|room|wall|rack)s?',
      '(?:mixed|multi|growth|culture|filter|storage) ?-?media|bath bombs?|cherry bombs?|exploding kittens|glue guns?|(?:massage|nail|spray|heat|nerf|toy|water|top|label) guns?',
      'fire ?(?:stick|tv|extinguisher|pit|place|works?|alarm|blanket)s?|smoking (?:jacket|pipe|gun|area)s?|smoke (?:alarm|detector)s?|explosive (?:hit|growth|sale)s?|drug ?stores?',
      '(?:voltage|gas|pressure|window|diving|scuba|temperature|fan|speed|air|propane|lpg|oxygen|regulator) regulators?|regulator (?:valve|hose|kit|set)s?',
      'privacy (?:film|screen|glass|fence|curtain|panel|policy|notice|shade|filter|protector|settings?|cover)s?|suicide squad|bleeding (?:heart|control|kit)s?|(?:injury|bandage) (?:tape|cream|pads?|kit)s?',
      'legal (?:pads?|size|paper|documents?|envelopes?|papers|books?|name)|lawyer costumes?|court (?:shoes?|road|street|rd|ave|lane|house|drive)|(?:tennis|food|basketball|squash|\\w+s) court',
      "stupid (?:question|of me|mistake)s?|idiot[- ]?proof|idiot's guide|dumb ?bells?|dumb (?:question|waiter|phone)s?|shih tzus?|shit(?:zu|ake)|bloody mary|(?:trash|garbage|rubbish) (?:bag|can|bin|disposal|truck|chute|compactor|room)s?|hate to (?:bother|ask|be)|upset stomach|sick (?:note|bag)",
      "suede|hurt (?:my|your|his|her|our|the) (?:feelings|wallet|business)|(?:wouldn't|doesn't|won't|can't) hurt to|cards against humanity|furious (?:\\d|dvd|blu)|fast (?:and|&) furious|angry birds|pissed off by mistake|crap(?:s|ping) table",
      "(?:name(?:'s| is)|for|dear|to|from|hi|ask|by|thanks) sue(?! (?:you|them|your|the))|damn (?:good|fast|fine)",
    ]
      .map((each) => `\\b(?:${each})\\b`)
      .join('|'),
    'g',
  ),
  denial: new RegExp(
    `(?:\\b(?:not|no|never|nobody|none|without|neither|nor|cannot|dont|wont|didnt|wasnt|isnt|cant|doesnt|arent|wouldnt|shouldnt|werent|havent|hasnt|no need to|no need for|zero|avoid)|n't)\\s+${BETWEEN}$`,
  ),
  falseDenial:
    /(?:n't|not|never|dont) (?:think|believe|assume|doubt|make|force|push|tempt)|why (?:not|shouldn't|wouldn't)|(?:can't|cannot|cant|couldn't) (?:help|wait)|no choice|no option|no other/,
  reported:
    /(?:deliver\w{0,8}|ship\w{0,8}|address\w{0,8}|drop\w{0,8}|left|leave|redirect\w{0,8}|package|parcel|documents?|papers?|belongs?) (?:it |this |them |that |is |was |were |ed ){0,4}(?:to|for|from|at|with|by|near)(?: (?:my|the|our|a|an|his|her))?\s*$|\b(?:driver|courier|agent|he|she|they|seller|guy|manager) (?:said|says|told|tells|asked|tell)(?: me)?(?: (?:to|that|i|should|you|can|could|go|just|please|and|call|contact|get|find|see|hire|a|an|my|the|your))*\s*$/,
  place: /^(?: \w+)? (?:building|street|road|st|rd|house|station|office|lobby|entrance|car park)\b/,
  risks: [
    {
      kind: 'injury',
      pattern:
        /\b(?:injur(?:y|ed|ies)|(?:got|been|was|were|is|are|badly|get) hurt|hurt (?:me|my|him|her|himself|herself|someone|somebody|us|his)|bleeding|concussion|stitches|broke(?:n)? (?:my|his|her|a) (?:arm|leg|wrist|foot|toe|hand|finger|nose|ankle|hip|bone)|(?:burn(?:ed|t)|cut|scalded|crushed|shocked|electrocuted|bit(?:ten)?|ran over|run over|hit|struck|knocked) (?:me|my (?:hand|foot|face|arm|leg|head|finger|son|daughter|kid|child|dog|toe)|him|her|a child|someone|an old)|(?:in|to|at) (?:the )?(?:hospital|e\.?r|emergency room|a&e) (?:because|after|due|with|thanks)|taken to (?:the )?hospital|hospitali[sz]ed|ended up in (?:the )?(?:hospital|e\.?r|a&e)|food poisoning|poisoned|electrocuted|unconscious|passed out|attacked (?:me|my|us|him|her)|assault(?:ed|ing)?|punched|pushed me|(?:called|needed|calling|need|took|take|in) (?:\w+ ){0,2}ambulance)(?! off\b)\b/g,
    },
    {
      kind: 'dangerous_goods',
      pattern:
        /\b(?:(?:parcel|package|box|battery|it|this|bag|charger|contents|device)(?:'s| is| was| has)?(?: \w+)? smoking(?! weed| area)|smoke (?:is |was )?(?:coming|pouring|rising)|caught fire|catching fire|on fire|burst into flames|in flames|set fire|explod(?:ed|es|ing)|explosion|blew up|bomb threat|(?:a|is a|the) bomb\b|(?:battery|chemical|acid|gas|fuel|petrol|toxic)\w*(?: \w+){0,3} leak\w*|leak\w*(?: \w+){0,3} (?:acid|gas|fuel|chemicals?|petrol|battery)|chemical (?:spill|smell)|toxic fumes|fumes|swollen battery|suspicious (?:package|parcel|powder|item)|white powder)\b/g,
    },
    {
      kind: 'dangerous_goods',
      pattern:
        /\b(?:explosives?|firearms?|(?:loaded|real|a) gun|ammunition|cocaine|heroin|illegal drugs|(?:contains?|full of|has|with|found|inside were) drugs|hazardous (?:goods|materials?|substance)|dangerous goods|radioactive)\b/g,
      // Whether something may be sent is a question of the rules, no alarm.
      unless:
        /\b(?:can|could|may|do|does|is it|are) (?:i|we|you|they|u|it)?.{0,20}(?:ship|send|mail|post|carry|accept|take|allow|deliver|transport)|allowed|permitted|how (?:much|do)|surcharge|class|toy/,
    },
    {
      kind: 'self_harm',
      pattern:
        /\b(?:kill(?:ing)? myself|suicid(?:e|al)|end(?:ing)? (?:my life|it all)|(?:don't|dont|do not) want to (?:live|be alive)|want(?:ed)? to die|wanna die|self[- ]?harm|hurt(?:ing)? myself|tak(?:e|ing) my own life|no reason to live|can't go on living|better off dead)\b/g,
    },
    {
      kind: 'legal',
      pattern:
        /\b(?:sue (?:you|your|them|the|u|y'all|for|this|over|everyone)|(?<=(?:n't|\b(?:will|gonna|i'll|we'll|shall|would|could|can|should|must|might|may|going to|want to|have to|ready to|prepared to|like to|intend to|plan to|planning to|forced to|hesitate to|right to|need to|let's|me|wanna|not|dont|wont))(?: \w+)? )sue|suing|lawsuit|law suit|lawyers?|attorney(?!.{0,3}general)|solicitors?|legal (?:action|proceedings|advice|team|department|steps|route|claim|notice|counsel)|legally|(?:take|taking|see|go|going|went|bring|drag)(?: \w+){0,3} (?:to|in) court|small claims|litigation|litigate|press(?:ing)? charges|call(?:ing|ed)? the (?:police|cops)|police report|(?:to|with|inform|informing) the police|tribunal)\b/g,
    },
    {
      kind: 'media',
      pattern:
        /\b(?:(?:go|going|went|talk|speak|tell|call|contact|inform|alert|email|write|complain|take this|bring this|reach out)(?:ing)?(?: this| it)?(?: to)? (?:the |a |local |every |all |some )*(?:media|press|news|newspapers?|papers|reporters?|journalists?|tv|television|bbc|cnn)|(?:newspapers?|journalists?|reporters?|the press|the media) (?:will|would|is|are|should|about)|social media|go(?:es|ing)? viral|(?:post|posting|share|sharing|put|putting|upload|tweet|blast|tell everyone)(?: \w+){0,4} on (?:twitter|x|facebook|fb|instagram|tiktok|youtube|reddit|weibo|trustpilot|google|linkedin|yelp|xiaohongshu|the internet)|tweet(?:ing)? (?:about|this)|expos(?:e|ing) (?:you|your|this|them|the company|u)|name and shame|make this public|go(?:ing)? public)\b/g,
    },
    {
      kind: 'regulator',
      pattern:
        /\b(?:12305|12315|ombudsman|ombudsmen|(?:the|a|your|postal|industry|government|industry's) regulators?|report(?:ing|ed)?(?: you| this| it| your company)* to (?:the )?(?:regulator|authorit(?:y|ies)|government|ministry|council|bureau|fcc|ftc|bbb|ofcom|customs|postal)|trading standards|better business bureau|bbb|ftc|ofcom|consumer (?:council|affairs|protection|rights|watchdog|court|forum|association|commission)|consumers'? (?:council|association)|citizens advice|postal (?:inspector|inspection|regulatory)|attorney general|watchdog|report you|state post bureau|the authorities)\b/g,
    },
    {
      kind: 'privacy',
      pattern:
        /\b(?:(?:breach|violat(?:e|ed|ion)|invasion|invad(?:e|ed))(?: of| my| our)* privacy|my privacy|privacy (?:breach|violation|complaint|concern|issue)|data (?:breach|leak|protection)|leak(?:ed|ing)? (?:my|our|customer|personal)(?: \w+){0,2}|(?:my|our) (?:\w+ )?(?:data|details|number|address|information|info)(?: \w+){0,3} (?:leaked|exposed|sold|stolen|shared)|(?:sold|gave|given|shared|exposed|posted) (?:out )?my (?:\w+ )?(?:data|details|number|address|information|info|phone)(?: \w+)?(?= (?:to|with|online|without)|$|[.!,])|harass(?:ed|ing|ment|es)?|stalk(?:ed|ing|er|s)|doxx?(?:ed|ing)?|gdpr|pdpa|ccpa|(?:delete|erase|remove) (?:all )?(?:of )?my (?:personal )?(?:data|account|information|info|details|records?)|right to be forgotten)\b/g,
    },
    {
      kind: 'vulnerable',
      pattern:
        /\b(?:(?:my|an|the|her|his|our) (?:\w+ ){0,2}(?:mother|father|mum|mom|dad|grandma|grandmother|grandpa|grandfather|nan|gran|son|daughter|kid|child|children|baby|toddler|wife|husband|parents|elderly|pensioner)(?: \w+){0,5} (?:crying|in tears|scared|terrified|frightened|alone|fell|fallen|stranded|starving|shaking|without (?:her|his|their) (?:\w+ )?(?:medicine|medication|meds|insulin|pills|inhaler)|out of (?:medicine|medication|meds|insulin|formula|pills)|needs (?:her|his|their|the|this) (?:\w+ )?(?:medicine|medication|meds|insulin|pills|inhaler))|i(?:'m| am) (?:(?:only|just) (?:[6-9]|1[0-7])|(?:[6-9]|1[0-7])(?: years? old| yrs? old| yo))|i(?:'m| am) (?:a )?(?:minor|underage|under 18|pensioner|(?:elderly|disabled|housebound)(?: \w+)?|in a wheelchair)|life[- ]?saving (?:medicine|medication|drug)|(?:insulin|dialysis|chemo\w*|inhaler|epipen|my heart medication)(?: \w+){0,5} (?:run(?:ning)? out|ran out|urgent\w*|tonight|today|spoil\w*|without|dying|die|need|waiting)|(?:out of|without|run out of|ran out of|running out of) (?:my |his |her |their )?(?:insulin|medication|medicine|meds))\b/g,
    },
  ],
  angers: [
    {
      kind: 2,
      pattern:
        /\b(?:f+u+c+k\w*|f\*+k?\w*|fck\w*|fuk\w*|fkn|wtf|stfu|bull ?shit\w*|shit(?:ty|hole|show|s)?|a(?:ss|rse)holes?|bastards?|bitch(?:es)?|morons?|idiots?|idiotic|imbeciles?|stupid|dumb(?:ass)?|cunts?|dickheads?|wankers?|piece of (?:shit|crap|garbage|trash)|scum(?:bags?)?|(?:you|you're|u|are|is|bunch of|pack of|these|such) (?:all |a |an |just |nothing but |total |complete |bloody |bunch of ){0,5}(?:thie(?:f|ves)|crooks?|liars?|scammers?|con artists?|clowns?|criminals?)|liars?|pathetic|furious|livid|outraged|enraged|fuming|seething|infuriat\w+|disgust(?:ed|ing)|go to hell|screw you|damn you|shame on you|incompetent|morons|retard\w*|garbage company|trash company|rot in hell|boiling mad|losing my (?:mind|temper)|beyond angry|so angry|so mad)\b|[!?]{0,3}\*{3,}/g,
      unless:
        /\b(?:called|calling|calls|said|told|yelled|shouted|swore|scold(?:ed)?)(?: at)? (?:me|us|my \w+)\b|scammers? (?:text|call|email|sms|pretend)|is (?:this|it) (?:a )?scam/,
    },
    {
      kind: 1,
      pattern:
        /\b(?:are you (?:kidding|joking|serious)|seriously\?|what a joke|angry|mad at|annoy(?:ed|ing)|irritat(?:ed|ing)|frustrat(?:ed|ing|ion)|upset|unacceptable|ridiculous|disappoint(?:ed|ing|ment)|terrible|awful|horrible|horrendous|appalling|atrocious|disgraceful|disgrace|dreadful|abysmal|fed up|sick of|sick and tired|tired of|worst|(?:a|absolute|total|complete) joke|outrageous|unbelievable|unprofessional|waste of (?:time|money)|wasting my time|(?:very |so |extremely )?rude|poor service|bad service|(?:how many|so many|third|fourth|fifth|hundred) times?|(?:3|4|5|6|three|four|five|several) times (?:now|already)|what the (?:hell|heck)|wth|had enough|useless|hate (?:this|your|you)|pissed|ripped? ?off|lame|crap(?:py)?|damn|bloody|nonsense|garbage|rubbish|trash|lied to|lying|cheat(?:ed|ing)|shameful|for god'?s sake|still (?:hasn't|haven't|not|nothing|waiting)|nobody (?:answers|cares|responds|replies)|no one (?:answers|cares|responds|replies)|run(?:ning)? around|given the runaround|never (?:again|using)|not (?:good enough|happy|impressed|acceptable|satisfied)|unhappy|dissatisfied|yelled at me|swore at me|shouted at me)\b/g,
    },
  ],
};
