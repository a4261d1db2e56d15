/** Chinese surnames of one character in both scripts: the several hundred that more than 99 % bear. */
const SINGLE = new Set(
  (
    '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇' +
    '吕呂丁任卢盧姚沈钟鍾鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱江尹薛闫閻阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴' +
    '赖賴覃洪武莫孔汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童' +
    '凌毕畢单單季裴霍涂塗成苗谷曲盛冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥' +
    '褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏卫衛席柏米宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻' +
    '苑迟遲邝鄺官封谈談匡鞠惠荆荊乐樂冀郁胥南班储儲原栗燕楚鄢劳勞谌諶奚皮粟冼蔺藺楼樓盘盤满滿闻聞位厉厲伊仝区區郜海阚闞花权權强強帅帥屠豆朴' +
    '盖蓋练練廉禹井祖漆巴丰豐支卿国國狄平计計索宣晋晉相初门門云雲容敬来來扈晁芮都普阙闕浦戈伏鹿薄邸雍辜羊阿乌烏母裘亓修邰赫杭况況那宿鲜鮮印逯隆' +
    '茹诺諾战戰慕危玉银銀亢嵇公哈湛宾賓戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴陰昝智幸奉植衡富尧堯闭閉由'
  ).split(''),
);
const COMPOUND =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|长孙|長孫|宇文|司徒|夏侯|轩辕|軒轅|令狐|钟离|鍾離|端木|南宫|南宮|独孤|獨孤|申屠|澹台|呼延|闻人|聞人|张简|張簡|范姜|歐陽|拓跋|百里|西门|西門|赫连|赫連)/;
/** Surnames that are as often another word where a name could stand: these alone are no sign of a name. */
const ALSO_WORDS = new Set(
  '于於和由已都应應将時时成全明安国國平公单單连連那门門位解管包原但利干信都相强強计計海常查路来來展师師商官通支元区區车車房居南富能满滿花'.split(
    '',
  ),
);

/** The surname a Chinese name begins with; undefined when its beginning is none. */
export function surnameOf(name: string): string | undefined {
  const compound = COMPOUND.exec(name)?.[0];
  if (compound !== undefined) return compound;
  const [first = ''] = name;
  return SINGLE.has(first) ? first : undefined;
}

/** True where the beginning is a surname and hardly ever another word. */
export function isSurelySurname(name: string): boolean {
  const surname = surnameOf(name);
  return surname !== undefined && !ALSO_WORDS.has(surname);
}
