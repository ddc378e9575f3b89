//! Locales, and the material that their invented words are made of. No word here says anything.

use super::random::Random;

/// A locale of the site, with the material of its words.
#[derive(Debug)]
pub(crate) struct Locale {
    pub(crate) tag: &'static str,
    material: &'static Material,
}

/// Parts that words are put together from.
#[derive(Debug)]
struct Material {
    /// Between spaces.
    parts: &'static str,
    space: &'static str,
    stop: &'static str,
    question: &'static str,
}

const fn spaced(parts: &'static str) -> Material {
    Material { parts, space: " ", stop: ". ", question: "?" }
}

static ENGLISH: Material = spaced(
    "account add admin alert app archive back block budget calendar call cannot change check clean close cloud code \
     connect copy data delete device disk drive enable error export file filter find folder form group guest help host \
     icon import inbox install invite key label license link list lock log mail manage meeting member menu message \
     mobile move name network note open order page password pay phone plan policy port print profile query queue quota \
     reader recover remove rename report reset restore role rule screen search send server set share sign site size \
     sort space start status step stop store sync table task team time token tool track trial type unlock update user \
     verify view voice web window",
);
static GERMANIC: Material = spaced(
    "ab an auf aus be bei ein er ge ver zu brück dür fäl fräs glück grün haus höf kräf läng mög müs näch öff prüf rück \
     schlüs stäb straß süd tür über wäh zäh zwölf ung heit keit lich nis sam bar",
);
static NORDIC: Material = spaced(
    "af at be bryg båd dør fjær for før går hån hør kjøp kræf lær lås mål når øn øv på rød ræk skå små sø tæn tår ud \
     væl vår års æn ær åb ning hed lig som else",
);
static SWEDISH: Material = spaced(
    "av an be bröd båt dörr för fäst går hän hör klä kräv lär lås mål när öpp över på röd räk skå små sök tän tår ut väl \
     vår års än är åt ning het lig sam else",
);
static FINNIC: Material = spaced(
    "aa ai el hää hyö jää jär keh kir kos kyy käy lai lää löy mää mui myö nou nä oh päi pöy rai ryh saa sii syö sää tal \
     täy tuo työ vai väl yh yö äl ään õu õp ta tä ssa llä inen us",
);
static FRENCH: Material = spaced(
    "à an ap at bé bre ca ché cla com con crè dé des dif don é en es fa façon fê fin for gé hô ins jeu la lé li mar mê \
     mo né nou œu or où par pê pré qué ré rô sé sû tâ tré vé vo tion ment eur ité",
);
static IBERIAN: Material = spaced(
    "a acá al añ ar avó bé ca cán ção con cú dá de dis é el em es fé for gún há ín in ír já la lé lín lo má me mó não ní \
     ón pá per pró qué ra ré sé sí ta té tú un vé ção dad mente ión ável",
);
static ITALIAN: Material = spaced(
    "a al an ar ben ca che ciò co con cor da del di è en es fa fi for già in la le li lun ma me mo nel no o or pa per \
     più po pre qua ra ri sa se si so sta ta te ti tra tù uf un va ve zio mente ità",
);
static ROMANIAN: Material = spaced(
    "a ac ală an ap ară ași băn bun că câm cer con cră dă de des după ești fă fiș foaie gră în înc întâi ju lă loc lungă \
     mă mâi mul nă nou oră păr peș pră rân ră să scă să și știi tă țar tră ușă vă vân zâ țiu ește",
);
static POLISH: Material = spaced(
    "a ać by bę chę co czy dą do dół ę gło go gó ić ję ka kę ko krą łą łó mą mó na nę ną nię no ob od ó po pó prą prze \
     ra ró są się ską ści śro tą tó tu ubę we wą wó wy za zą że źró żó ość nie cja",
);
static CZECH: Material = spaced(
    "a bě by bý co čá če čí dě do dů dý hlá hů chy í je já ka ké klí ko krá ků ľa lé ly mě mi má mů na ně ni ný ob od \
     ôň po pě prá přá pů ra ré ře ří ro se ší ště sví tě ťa tý ů ú ve vě vý za ží zně ost ání ový",
);
static SLAVIC: Material = spaced(
    "a bo bi ča če či ćo da dé do đa đe go gra i je jo ka ki ko kr la lju lo ma me mi mo na ne ni nju o ob od po pre pri \
     ra re ro ru sa še ši slu sta sve šta ta te to tra u ve vi vo vrš za že ži zna nje ost ski",
);
static BALTIC: Material = spaced(
    "a ap ar at aiz ā bū ča čių da dē dė e ē ę ga gā ģim i ī iš įd ja jū ka kā ķer la lā ļau li ma mē mė na nē ņem ne o \
     pa pā pē pi rā rē rį sa sā šā ši sk ta tā tė to ū ų uz va vē vi žē žo žė ība ums šana imas",
);
static HUNGARIAN: Material = spaced(
    "a aj ál át az be bő bű cí csa csö dé dö e egy él én ér ez fa fé fő fű gé gyá há ház hő i ír jó ké kö kű lá le lő ma \
     mé mű na né nő nyi ó ok ő ör pé rá rö sá sé szá szö ta té tő tű u új ű vé vö zá zö ság ség",
);
static TURKISH: Material = spaced(
    "a al an ara aç ay baş be bı bö bul ca çı çö da de dı dö dü e ek eş ge gı göç gü ha hı iç il iş ka kı kö kü la lı ma \
     mı mü na nı ö on öğ ra rı sa sı söz sü şı şü ta tı tö tü u uç ü ya yı yö yü za zı lık ığı ecek",
);
static VIETNAMESE: Material = spaced(
    "ả ạn ấn bạ bằng bị bộ các cách cấp chỉ chọn chữ có của cửa đã đặt để đị đổi đưc gì giữ gửi hạn hệ hiể hộp khả khóa \
     kết lạ lệ liê lỗ mã mậ mở mục năm nếu ngư nhấ ở phầ quả rộng sẽ số sự tả tệp thể tín trợ từ và về việ xó ý",
);
static INDONESIAN: Material = spaced(
    "a akun an ang ara atur ba ban be ber bu buka ca cari da data de di du e ga gan gu ha hu i in ja ju ka ke ki ku la \
     lam li ma mas me men mu na ni nya o pa pe pen per pi pu ra ri ru sa se si su ta te ter ti tu u ya kan lah",
);
static GREEK: Material = Material {
    question: ";",
    ..spaced(
        "α αν αρ βά βι γέ γι γρά δε δί δο εί εκ έν ερ ζη ή θέ θυ ι ίσ κα κέ κλί κό λά λη λο μα μέ μή μο νά νε νο ξε ό \
         οι όρ πα πέ πί πρό ρά ρη ρό σα σέ σή σο στά τά τε τή το τρό ύ φα φί φό χα χή χρό ψη ώ ση μός τητα",
    )
};
static CYRILLIC: Material = spaced(
    "а ба бе бы ва ве вы га го да де дн до е ё жа же жи за зи и ив ка ки ко кр ла ле ли лю ма ме мо на не ни но о об од \
     па пе по пр ра ре ри ру са се ск сл со ст та те ти то тр у уч фо ха хо це ча че ша ши щи ы э ю я ние ость ский",
);
static UKRAINIAN: Material = spaced(
    "а ба бі ва ві ви га го ґа да де ді до є еж жа же жи за зі і ї їж ка кі ко кр ла ле лі лю ма ме мо на не ні но о об \
     од па пе по пр ра ре рі ру са се ск сл со сь та те ті то тр у уч фо ха хо це ча че ша ши щи ю я ння ість ський",
);
static HEBREW: Material = spaced(
    "אב אד אור אל אם אנ בד בו בית בר גב גו גל דו דל דר הו הל הק ול זה זמ חד חו חל חש טב טו יד יו ים כב כו כל לב לו למ מא \
     מו מח מש נו נמ נת סו סמ סר עב עו על פו פת צו צר קב קו קל רב רו רש שו של שם תו תח תק ים ות ית",
);
static ARABIC: Material = spaced(
    "ال ام ان اب بد بر بي تا تح تر ثا جا جد حا حد حس خا خط دا در ذا را رس زا سا سج شا شر صا صف ضا طا طب ظا عا عد عل غا \
     فا فت قا قب كا كت لا لم ما مح مس نا نق ها هم وا وص يا يد ية ات ون ين",
);
static PERSIAN: Material = spaced(
    "آب از اس با بر بی پا پر پی تا تر جا جو چا چه حا خا خو دا در دو را رو ز ژر سا سر شا شد شو صا ط عا غا فا فر قا کا \
     کر کن گا گر گف لا ما مو می نا نو نی ها هم وا یا یک ہو ٹی ڈا ڑی ھا ے ان ها تر",
);
static DEVANAGARI: Material = Material {
    stop: "। ",
    ..spaced(
        "अ आ इ ई उ ए क का की के को ख गा गी घ चा ची छ जा जी टा टी डा ता ती ते थ दा दी दे ध ना नी ने पा पी पे फ बा बी भा मा मी \
         में या यी रा री रे ला ली ले वा वी शा ष सा सी से हा ही है क्ष त्र ज्ञ प्र स्थ न्य ता ना वाला",
    )
};
static THAI: Material = Material {
    parts: "กา การ ขอ ข้อ คน คำ ควา จะ จัด ชื่อ ใช้ ดู ตั้ง ต้อง ถ้า ทำ ที่ ไทย นั้น นี้ ใน บน บัญ ปิด เป็น ผู้ แผน พบ เพิ่ม \
            ไฟล์ มี เมื่อ ยัง ระ ราย ลบ ลิงก์ เลือก แล้ว วัน ส่ง สร้าง สำ หน้า หรือ ให้ ออก อยู่ เอก แอป",
    space: "",
    stop: " ",
    question: "?",
};
static HAN: Material = Material {
    parts: "一 不 中 为 人 件 任 以 使 保 信 值 全 公 其 内 写 分 列 创 删 到 制 功 加 动 区 单 卡 号 名 后 员 命 回 图 在 址 型 复 \
            夹 子 存 安 完 定 密 对 将 屏 已 帐 应 开 录 志 态 总 成 或 户 所 打 找 接 搜 操 收 数 文 新 方 日 时 更 最 服 本 权 \
            板 查 标 格 框 检 模 正 此 每 法 活 消 添 点 理 用 电 的 目 码 确 示 程 系 索 组 细 络 置 者 能 行 表 装 要 解 设 访 证 \
            试 该 详 语 请 调 跟 路 转 输 过 运 还 进 连 选 邮 部 配 重 钮 链 问 间 限 除 页 项",
    space: "",
    stop: "。",
    question: "？",
};
static HAN_TRADITIONAL: Material = Material {
    parts: "一 不 中 為 人 件 任 以 使 保 信 值 全 公 其 內 寫 分 列 創 刪 到 制 功 加 動 區 單 卡 號 名 後 員 命 回 圖 在 址 型 復 \
            夾 子 存 安 完 定 密 對 將 屏 已 帳 應 開 錄 誌 態 總 成 或 戶 所 打 找 接 搜 操 收 數 文 新 方 日 時 更 最 服 本 權 \
            板 查 標 格 框 檢 模 正 此 每 法 活 消 添 點 理 用 電 的 目 碼 確 示 程 系 索 組 細 絡 置 者 能 行 表 裝 要 解 設 訪 證",
    space: "",
    stop: "。",
    question: "？",
};
static JAPANESE: Material = Material {
    parts: "を は が に で の と も から まで する した して ある いる なる この その ます です アカ ウント メー ル ファイ リス ト \
            ユーザ パス ワード サイ エラ 設 定 変 更 追 加 削 除 表 示 選 択 確 認 開 始 終 了 管 理 者 接 続 検 索 共 有 送 信 受 保 存 \
            名 前 番 号 画 面 場 合 必 要 方 法",
    space: "",
    stop: "。",
    question: "？",
};
static HANGUL: Material = spaced(
    "가 간 개 거 검 계 고 공 관 구 그 기 나 내 는 다 단 대 데 도 동 되 드 등 디 라 로 록 류 를 리 만 매 메 면 명 목 문 바 방 \
     변 보 부 비 사 삭 상 새 서 선 설 성 소 수 시 신 아 알 암 앱 어 업 에 여 오 옵 완 요 용 우 원 으 은 을 의 이 인 일 입 \
     자 작 장 재 저 전 정 제 조 주 지 차 창 추 크 태 트 파 팀 페 편 포 하 한 해 화 확 합니다 세요",
);

const fn locale(tag: &'static str, material: &'static Material) -> Locale {
    Locale { tag, material }
}

/// Every locale, the source first, then so that the first few differ much.
pub(crate) static LOCALES: [Locale; 40] = [
    locale("en-US", &ENGLISH),
    locale("he-IL", &HEBREW),
    locale("lv-LV", &BALTIC),
    locale("zh-CN", &HAN),
    locale("hi-IN", &DEVANAGARI),
    locale("ar-SA", &ARABIC),
    locale("th-TH", &THAI),
    locale("ru-RU", &CYRILLIC),
    locale("ja-JP", &JAPANESE),
    locale("de-DE", &GERMANIC),
    locale("bg-BG", &CYRILLIC),
    locale("cs-CZ", &CZECH),
    locale("da-DK", &NORDIC),
    locale("el-GR", &GREEK),
    locale("es-ES", &IBERIAN),
    locale("et-EE", &FINNIC),
    locale("fa-IR", &PERSIAN),
    locale("fi-FI", &FINNIC),
    locale("fr-FR", &FRENCH),
    locale("hr-HR", &SLAVIC),
    locale("hu-HU", &HUNGARIAN),
    locale("id-ID", &INDONESIAN),
    locale("it-IT", &ITALIAN),
    locale("ko-KR", &HANGUL),
    locale("lt-LT", &BALTIC),
    locale("nb-NO", &NORDIC),
    locale("nl-NL", &GERMANIC),
    locale("pl-PL", &POLISH),
    locale("pt-BR", &IBERIAN),
    locale("pt-PT", &IBERIAN),
    locale("ro-RO", &ROMANIAN),
    locale("sk-SK", &CZECH),
    locale("sl-SI", &SLAVIC),
    locale("sr-Latn-RS", &SLAVIC),
    locale("sv-SE", &SWEDISH),
    locale("tr-TR", &TURKISH),
    locale("uk-UA", &UKRAINIAN),
    locale("ur-PK", &PERSIAN),
    locale("vi-VN", &VIETNAMESE),
    locale("zh-TW", &HAN_TRADITIONAL),
];

/// Different words of a locale.
const VOCABULARY: usize = 1 << 14;

/// Invents the text of one locale.
#[derive(Debug)]
pub(crate) struct Tongue {
    parts: Vec<&'static str>,
    material: &'static Material,
}

impl Tongue {
    pub(crate) fn new(locale: &Locale) -> Self {
        Self { parts: locale.material.parts.split_ascii_whitespace().collect(), material: locale.material }
    }

    /// The word of a rank: the lower, the shorter.
    pub(crate) fn word(&self, rank: usize) -> String {
        let count = self.parts.len();
        let mut word = String::new();
        let mut rest = rank;
        loop {
            word.push_str(self.parts[rest % count]);
            rest /= count;
            if rest == 0 {
                return word;
            }
            rest -= 1;
        }
    }

    /// Words in a row, without a stop.
    pub(crate) fn words(&self, random: &mut Random, count: usize) -> String {
        let words: Vec<String> = (0..count).map(|_| self.word(random.rank(VOCABULARY))).collect();
        words.join(self.material.space)
    }

    /// The words of a title. Titles with different numbers begin with different words, as long as there are some.
    pub(crate) fn title(&self, random: &mut Random, number: usize) -> String {
        let first = self.parts[number % self.parts.len()];
        let count = 2 + random.below(5);
        capital(&format!("{first}{}{}", self.material.space, self.words(random, count)))
    }

    pub(crate) fn space(&self) -> &'static str {
        self.material.space
    }

    pub(crate) fn stop(&self) -> &'static str {
        self.material.stop
    }

    pub(crate) fn question(&self) -> &'static str {
        self.material.question
    }

    /// A word with a letter that English has not, if the material has one.
    pub(crate) fn foreign_word(&self) -> Option<&'static str> {
        self.parts.iter().copied().find(|part| !part.is_ascii())
    }
}

/// The text with a capital first letter, where the script has them.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
