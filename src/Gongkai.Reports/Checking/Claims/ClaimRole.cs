namespace Gongkai.Reports.Checking.Claims;

/// <summary>一个词在说数的句子里起什么作用。</summary>
internal enum ClaimRole : byte
{
    None,
    Unknown,
    Number,
    Comma,
    Pause,
    Open,
    Close,
    Colon,

    /// <summary>不改变意思的字：共、计、为、了、各类……</summary>
    Filler,
    And,
    Both,
    Each,
    Respectively,
    Not,

    /// <summary>收到、接到。</summary>
    Receive,
    ReceiveNew,

    /// <summary>受理：可能是收到的，也可能只是符合条件的。</summary>
    Accept,
    Handle,
    Answer,
    CarryIn,
    CarryOut,
    Carry,

    /// <summary>应办：新收与结转之和。</summary>
    Due,
    Granted,
    PartlyGranted,
    Refused,
    Unavailable,
    Unprocessed,
    OtherHandling,

    /// <summary>表三的一个小项，如重复申请。</summary>
    Leaf,
    Upheld,
    Corrected,
    OtherResult,
    Pending,

    /// <summary>审结。</summary>
    Concluded,
    Issue,
    Repeal,
    InForce,
    Decide,
    Collect,

    /// <summary>发生、引发、提起。</summary>
    Provoke,

    /// <summary>公开、公示、发布：说的是发布的条数，不是表里的件数。</summary>
    Publish,

    /// <summary>政府信息公开申请。</summary>
    Request,

    /// <summary>依申请公开：申请或答复都可能。</summary>
    WeakRequest,

    /// <summary>依申请公开信息：条数，不是件数，除非说「收到」。</summary>
    Items,

    /// <summary>申请：前文说的是公开申请时才算。</summary>
    Apply,
    Review,
    Lawsuit,
    DirectLawsuit,
    LawsuitAfterReview,
    Rules,
    Normative,
    Licensing,
    Penalty,
    Coercion,
    Charges,
    Person,
    Corporate,

    /// <summary>政府信息公开：只交代背景。</summary>
    Disclosure,

    /// <summary>别的事：信访、投诉、咨询、政务服务……</summary>
    OtherTopic,
    Cause,
    Part,
    Include,
    Channel,

    /// <summary>较、同比、增加：其后的数是比较。</summary>
    Compare,

    /// <summary>相比：其前的年份只作比较。</summary>
    ComparedWith,

    /// <summary>将、力争：说的是打算。</summary>
    Plan,

    /// <summary>代拟、作为复议机关、除……外：数不能与表比。</summary>
    Proxy,
    Own,

    /// <summary>全市、我县：政府的报告说的就是它。</summary>
    Whole,
    Others,
    Year,
    ThisYear,
    LastYear,
    NextYear,

    /// <summary>历年、以来：不止一年。</summary>
    ManyYears,

    /// <summary>累计：没有说明是本年时不止一年。</summary>
    Cumulative,

    /// <summary>上半年、某月：不足一年。</summary>
    PartOfYear,

    /// <summary>约、近、超过：其后的数不确切。</summary>
    About,
    AtLeast,
    AtMost,
}
