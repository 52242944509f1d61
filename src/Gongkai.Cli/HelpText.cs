using System.CommandLine;

namespace Gongkai.Cli;

/// <summary>各命令的帮助：做什么、怎么写、例子。</summary>
internal static class HelpText
{
    private const string Root = """
        公开：政府信息公开工作的命令行

        用法：./gongkai 命令 [选项]

        命令：
          report check   检查政府信息公开工作年度报告：读出三张表，逐格核对，指出问题
          rules          列出检查规则：代号、依据、轻重、例子
          serve          在本机打开网页版（年报体检）

        选项：
          -h, --help     显示帮助；写在命令后面，显示该命令的帮助
          --version      显示版本

        例子：
          ./gongkai report check 年报.docx
          ./gongkai report check 全县年报/ --format json --out 结果.jsonl
          ./gongkai rules L01

        """;

    private const string Report = """
        年度报告

        用法：./gongkai report check 文件或目录... [选项]

        命令：
          check          检查年度报告

        例子：
          ./gongkai report check 年报.docx
          ./gongkai report check --help

        """;

    private const string Check = """
        检查年度报告：读出三张表，证明读数，指出问题

        用法：./gongkai report check 文件或目录... [选项]

        参数：
          文件或目录       txt、md、html、htm、docx、xlsx；装有 LibreOffice 时还有
                         doc、wps、rtf、odt、xls、et、ods。目录按名称次序递归；
                         其他种类、隐藏文件、特殊文件、指向目录以外的链接略过

        选项：
          --format 格式    text（默认，给人读）、json（一份报告一行，末行为总数）、
                         html（一个网页，画出三张表，标出错格）或
                         xlsx（一个工作簿：报告、问题、数据三张表）
          --out 路径       结果写到这个文件；默认写到标准输出（xlsx 必须写）
          --tables         不论多少份都写出三张表（默认三份以内才写）
          --notices 目录   给有错误或警告的报告各写一份退回修改通知（docx），
                         放在这个目录；检查时不读这个目录里的文件
          --from-office 名称  通知的发文单位（默认留空待填）
          --due 日期       何时以前重新报送（默认通知之日起第 5 个工作日；
                         通知之日是 --as-of 写的日期，默认今天）
          --as-of 日期     按哪一天看，如 2024-02-01（默认今天，北京时间）
          --previous 路径  上一年的报告（文件或目录），按单位和年度配对相比
          --region 地区    按哪个地区的规定（公布期限、字数、必写的数），如 wuwei；
                         默认 national（全国），可用的见 data/regions
          -h, --help       显示这段帮助

        退出码：
          0  没有“错误”或“严重”的问题
          1  有这样的问题
          2  有文件读不了，或一个可查的文件也没有（与 1 同时出现时为 2）
          64 用法不对，或照着做不了（如 --out 不能写）
          130 被 Ctrl-C 打断

        符号：
          □ 空格   — 横线或“无”   未印   ? 两可   ▨ 读不出   [12→13] 应改为 13

        例子：
          ./gongkai report check 年报.docx
          ./gongkai report check -- -年报.docx      （“--”之后都是文件名）
          ./gongkai report check 全县年报/
          ./gongkai report check 全县年报/ --format json --out 结果.jsonl
          ./gongkai report check 年报.txt --format json | jq .findings
          ./gongkai report check 全县年报/ --format xlsx --out 结果.xlsx
          ./gongkai report check 全县年报/ --notices 通知 --from-office 县政府办公室

        """;

    private const string Rules = """
        检查规则

        用法：./gongkai rules [代号] [选项]

        选项：
          --format 格式    text（默认）、json 或 markdown（即 docs/rules.md）
          -h, --help       显示这段帮助

        例子：
          ./gongkai rules
          ./gongkai rules L01
          ./gongkai rules --format json

        """;

    private const string Serve = """
        在本机打开网页版（年报体检）

        用法：./gongkai serve [选项]

        选项：
          --urls 地址      监听的地址，如 http://127.0.0.1:5080
                         （默认 5080 端口，被占用时用下一个）
          -h, --help       显示这段帮助

        例子：
          ./gongkai serve
          ./gongkai serve --urls http://127.0.0.1:8080

        """;

    /// <summary>这个命令的帮助。</summary>
    public static string For(Command command) => command.Name switch
    {
        "report" => Report,
        "check" => Check,
        "rules" => Rules,
        "serve" => Serve,
        _ => Root,
    };

    /// <summary>用法不对时接着说怎么办。</summary>
    public static string Remedy(Command command) => $"请看用法：./gongkai {command.Name switch
    {
        "check" => "report check ",
        "gongkai" => "",
        var name => $"{name} ",
    }}--help";
}
