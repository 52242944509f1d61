namespace Gongkai.Portal.Hosting;

/// <summary>门户的各种限度：大小、次数、时间。测试与压测换成别的。</summary>
public sealed record PortalLimits
{
    /// <summary>不传文件的表单最多多少字节。</summary>
    public int FormBytes { get; init; } = 256 * 1024;

    /// <summary>传文件的表单最多多少字节，各文件合计。</summary>
    public int UploadBytes { get; init; } = 30 * 1024 * 1024;

    /// <summary>一张表单最多几个字段。</summary>
    public int FormFields { get; init; } = 64;

    /// <summary>一个地址一时最多打开多少页；其后每秒补 <see cref="PagesPerSecond"/>。</summary>
    public int PageBurst { get; init; } = 240;

    /// <summary>一个地址平均每秒多少页。</summary>
    public int PagesPerSecond { get; init; } = 8;

    /// <summary>一个地址一时最多交多少张表单；其后每秒补 <see cref="FormsPerSecond"/>。</summary>
    public int FormBurst { get; init; } = 60;

    /// <summary>一个地址平均每秒多少张表单。</summary>
    public int FormsPerSecond { get; init; } = 1;

    /// <summary>全站一时最多交多少张表单；其后每秒补同样多。</summary>
    public int AllFormsPerSecond { get; init; } = 400;

    /// <summary>同时传文件最多几份；其余排队，排队最多 <see cref="UploadQueue"/> 份。</summary>
    public int Uploads { get; init; } = 6;

    /// <summary>传文件排队最多几份。</summary>
    public int UploadQueue { get; init; } = 64;

    /// <summary>一个地址同时传文件最多几份；其余排队。</summary>
    public int UploadsPerAddress { get; init; } = 2;

    /// <summary>一个地址每小时交到几件起要答一道算术题。</summary>
    public int FilingsBeforeQuestion { get; init; } = 5;

    /// <summary>一个地址每小时最多交几件。</summary>
    public int FilingsPerHour { get; init; } = 60;

    /// <summary>一个地址对一件申请一时最多试几次查询码；其后每 <see cref="CodeRefill"/> 补一次。</summary>
    public int CodeTries { get; init; } = 10;

    /// <summary>一个地址对各件申请合计一时最多试几次查询码；其后每 <see cref="CodeRefill"/> 补几次，比照 <see cref="CodeTries"/>。</summary>
    public int CodeTriesPerAddress { get; init; } = 100;

    /// <summary>多久补一次试查询码的机会。</summary>
    public TimeSpan CodeRefill { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>查询码不对时，从收到算起至少多久才回答：编号有没有，答得一样慢。</summary>
    public TimeSpan LeastWrongCodeTime { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>从打开表单到提交，比这还快的不像人在填。</summary>
    public TimeSpan LeastFillingTime { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>没有提交的内容保留多久。</summary>
    public TimeSpan DraftLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>凭查询码打开之后，多久要再输一次。</summary>
    public TimeSpan AccessLifetime { get; init; } = TimeSpan.FromMinutes(45);
}
