namespace Gongkai.Reports.Reading.Converters;

/// <summary>用 LibreOffice 把老格式转换成 docx 或 xlsx。宏不执行，链接不更新，没有网络，设置是每次新的。</summary>
/// <param name="tool">LibreOffice；没有安装时为 null。</param>
internal sealed class OfficeConverter(ExternalTool? tool)
{
    /// <summary>LibreOffice 很占内存，同时至多转换这么多个；余下的排队。</summary>
    private const int AtOnce = 2;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);
    private static readonly SemaphoreSlim Turn = new(AtOnce);

    // 宏一律不执行（其安全级别也设为最高）；不可信的文档指向的东西不取；链接不更新；公式不重算，取存着的结果。
    private static readonly byte[] Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>1</value></prop></item>
        </oor:items>
        """u8.ToArray();

    /// <summary>本机安装的。</summary>
    public static OfficeConverter Installed { get; } = new(ExternalTool.Find("soffice") ?? ExternalTool.Find("libreoffice"));

    /// <summary>能不能转换。</summary>
    public bool IsAvailable => tool is not null;

    /// <summary>转换一个文件；转换不了时为 null，并说为什么。</summary>
    /// <param name="file">是什么文件。</param>
    /// <param name="content">它的内容。</param>
    /// <param name="error">转换不了的原因。</param>
    public byte[]? Convert(OfficeFile file, ReadOnlyMemory<byte> content, out ReadError? error)
    {
        if (tool is null)
        {
            error = FileErrors.NeedsOffice(file);
            return null;
        }

        var input = $"input.{file.Extension}";

        // 主目录就是这次的临时目录，所以设置也在其中，用完即弃，前一个文件影响不到后一个。
        var job = new ToolJob(input, content, ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", file.Target, "--outdir", ".", input])
        {
            OutputName = $"input.{file.Target}",
            Settings = [(".config/libreoffice/4/user/registrymodifications.xcu", Settings)],
            TimeLimit = TimeLimit,
            OutputBytes = ReadLimits.FileBytes,
            MemoryBytes = 4L << 30,
        };
        Turn.Wait();
        ToolResult result;
        try
        {
            result = tool.Run(job);
        }
        finally
        {
            Turn.Release();
        }

        error = result.Outcome switch
        {
            ToolOutcome.Done => null,
            ToolOutcome.TimedOut => FileErrors.ConversionTimedOut(file),
            ToolOutcome.OutputTooLarge => FileErrors.Bomb,
            _ => FileErrors.NotConverted(file),
        };
        return error is null ? result.Output : null;
    }
}
