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
          report sum     把一个地区各单位的年度报告加成汇总，写明谁没报、哪些合计不完整
          report tables  由登记簿数出年度报告的表三：任一机关、任一段时间
          deadline       依申请公开的答复期限是哪一天，怎样算的
          rules          列出检查规则：代号、依据、轻重、例子
          serve          打开网页版：年报体检；给出数据目录（--data）时是工作台和门户
          db             数据库：迁移、核对、备份、恢复、换主密钥
          admin          救急：建管理员、重置密码、解锁

        选项：
          -h, --help     显示帮助；写在命令后面，显示该命令的帮助
          --version      显示版本

        例子：
          ./gongkai report check 年报.docx
          ./gongkai report check 全县年报/ --format json --out 结果.jsonl
          ./gongkai deadline --received 2025-09-22
          ./gongkai rules L01

        """;

    private const string Report = """
        年度报告

        用法：./gongkai report check 文件或目录... [选项]
              ./gongkai report sum 文件或目录... --out 路径 [选项]
              ./gongkai report tables --agency 网址名 --year 年度 [选项]

        命令：
          check          检查年度报告
          sum            一个地区的汇总
          tables         由登记簿数出表三

        例子：
          ./gongkai report check 年报.docx
          ./gongkai report sum 全县年报/ --own 县政府本级.docx --out 汇总.docx
          ./gongkai report check --help

        """;

    private const string Check = """
        检查年度报告：读出三张表，证明读数，指出问题

        用法：./gongkai report check 文件或目录... [选项]

        参数：
          文件或目录       txt、md、html、htm、docx、xlsx；装有 poppler-utils 时还有 pdf，装有 LibreOffice 时还有
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

    private const string Sum = """
        汇总一个地区各单位的年度报告：逐格相加，写明加了谁、谁没报、哪些合计不完整

        用法：./gongkai report sum 文件或目录... --out 路径 [选项]

        参数：
          文件或目录       与 report check 相同

        选项：
          --out 路径       结果写到这个文件，由扩展名定种类：
                         docx（汇总年报草稿）、xlsx（工作簿）或 json
          --format 种类    docx、xlsx 或 json；扩展名不是这三种时写明
          --own 文件       政府本级的报告：加一次，并写明
          --units 名录     应报单位名录，txt（一行一个单位，制表符之后是别的叫法）
                         或 csv（第一列是单位）；有了才知道谁没报
          --year 年度      只加这一年度的（默认份数最多的年度）
          --region-name 名称
                         地区名称，用在标题里（默认各单位名称开头共有的地名）
          --include-totals 政府的汇总数与它的部门都在时也照加（默认不加汇总数，
                         免得重复）
          --only-clean     勾稽关系不成立的报告不加（默认照印出的数加，并列出）
          -h, --help       显示这段帮助

        怎样加：
          只有确知的数才加，空格和横线按 0；没有印出、读不出、两可的格不加，
          合计记为不完整，并列出是谁的。同一单位的副本只加一次；同一单位有
          数字不同的两份，都不加。名称只在折叠后相同或名录写明时才算同一单位。

        退出码：
          0  各格完整，名录里的单位全部计入
          1  有不完整的、没报的、冲突的或没有计入的汇总数
          2  有文件读不了（与 1 同时出现时为 2）
          64 用法不对，或照着做不了（如 --out 不能写）
          130 被 Ctrl-C 打断

        例子：
          ./gongkai report sum 全县年报/ --out 汇总.docx
          ./gongkai report sum 全县年报/ --own 县政府本级.docx --units 名录.txt --out 汇总.xlsx
          ./gongkai report sum 全县年报/ --year 2023 --out 汇总.json

        """;

    private const string Tables = """
        由登记簿数出表三（收到和处理政府信息公开申请情况）：不用填，各格由申请的经过推出

        用法：./gongkai report tables --agency 网址名 --year 年度 [选项]

        选项：
          --data 目录      数据目录（默认环境变量 GONGKAI_DATA，再默认 gongkai-data）
          --postgres 连接  PostgreSQL 的连接字串；写在命令行上会被同机的人看到，
                         宜写在环境变量 GONGKAI_POSTGRES 里
          --agency 网址名  哪个机关，如 yjj；可以写几次，各数一遍并合计
          --all            全部机关
          --with-lower     含下级：各机关连同机关树上它之下的部门、派出机关、
                         乡镇街道、下级政府，一个机关只数一次；垂直管理的不在内
          --year 年度      一整年，如 2026
          --from 日期、--to 日期
                         任一段时间，首尾两天都在内，如 2026-01-01
          --format 格式    text（默认）、json（格的地址如 requests.received.person，
                         与 report check 的相同）或 csv
          --out 路径       结果写到这个文件；默认写到标准输出
          -h, --help       显示这段帮助

        怎样数：
          新收看收到申请之日，办理结果看办结之日，结转看期初期末；
          没有确认收到的、拆开的、更正本人记录的不计；并案的照机关的口径，默认计入其他处理。

        退出码：
          0  数好了
          2  没有数据库，或数据库出错
          64 用法不对，没有这个机关，或 --out 不能写

        例子：
          ./gongkai report tables --data 数据 --agency yjj --year 2026
          ./gongkai report tables --data 数据 --agency qingxi --with-lower --year 2026
          ./gongkai report tables --data 数据 --all --year 2026 --format csv --out 表三.csv
          ./gongkai report tables --data 数据 --agency yjj --agency swj --from 2026-01-01 --to 2026-06-30 --format json

        """;

    private const string Deadline = """
        依申请公开的答复期限：哪一天届满，怎样算的，哪些事依法不能办

        用法：./gongkai deadline --received 日期 [选项]
              ./gongkai deadline --cases 文件 [--region 地区]

        选项：
          --received 日期  收到申请之日，如 2025-09-22
          --channel 渠道   counter（当面）、registeredPost（签收邮寄）、ordinaryPost（平信）、
                         internet（互联网）、fax（传真）或 email（电子邮件）
          --event 种类=日期[,名=值]
                         影响期限的一件事，可以写几次，按先后：
                           supplementAsked=日期[,days=10]      要求补正，几个工作日内
                           supplementReceived=日期             收到补正
                           consultationSent=日期,id=编号,to=thirdParty|coProducer|otherAgency
                                            [,servedOn=日期]   征求第三方、共同制作机关、其他机关意见
                           consultationAnswered=日期,id=编号   收到意见
                           extended=日期,workingDays=20[,approvedBy=某某]   延长
                           feeNotified=日期[,servedOn=日期]    收费通知
                           feePaid=日期                        缴费
                           reasonsAsked=日期、reasonsReceived=日期   要求说明理由、收到理由
          --as-of 日期     从哪一天看（默认今天，北京时间；有更晚的事时为最后一件事那天）
          --region 地区    按哪个地区的设置，如 national（默认），可用的见 data/regions
          --data 目录      不按地区文件，按这份数据里的：导入的放假通知、本地区增减的日子、期限怎样算
          --postgres 连接  数据在 PostgreSQL 里时，与 --data 同写
          --format 格式    text（默认）或 json
          --cases 文件     很多件一起算：一行一件 json，一行一个结果；不限行数
          -h, --help       显示这段帮助

        退出码：
          0  算出来了
          2  --cases 的文件或其中某一行读不了（那一行的结果写明第几行、哪个字段）
          3  --event 里有依法不能办的事（--cases 的写在 refused 里，不影响退出码）
          64 用法不对

        例子：
          ./gongkai deadline --received 2025-09-22
          ./gongkai deadline --received 2025-09-22 --event extended=2025-10-20,workingDays=20
          ./gongkai deadline --received 2025-09-22 --event supplementAsked=2025-09-25 --as-of 2025-09-26
          ./gongkai deadline --cases 用例.jsonl --format json | jq .dueOn

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
        打开网页版

        用法：./gongkai serve [选项]
              ./gongkai serve --data 目录 [选项]

        不写 --data：只有年报体检，不用登录，只能在本机使用，什么也不留下。
        写了 --data：办理依申请公开的工作台（要登录）和门户。空的目录第一次启动时，
        网页上只有“初次设置”，凭窗口里印出的设置码建立管理员；没有默认密码。

        选项：
          --urls 地址      工作台监听的地址，如 http://127.0.0.1:5080
                         （默认 5080 端口，被占用时用下一个）；写了 --data 才能监听本机以外的地址
          --data 目录      数据目录：数据库（SQLite）和附件
          --postgres 连接  改用 PostgreSQL，如 "Host=db;Database=gongkai;Username=gongkai"
          --keys 文件      主密钥文件，不能在数据目录里面（默认 目录名.keys，第一次启动时建立）
          --portal-urls 地址  门户监听的地址（默认 5081 端口，被占用时用下一个）
          --demo           空的数据目录里先放进虚构的示例数据，印出示例账号；只能在本机看
          -h, --help       显示这段帮助

        例子：
          ./gongkai serve
          ./gongkai serve --urls http://127.0.0.1:8080
          ./gongkai serve --data /srv/gongkai/data --urls http://0.0.0.0:5080

        """;

    private const string Admin = """
        救急：网页上登录不了时，在服务器上用

        用法：./gongkai admin create-administrator 用户名 --name 姓名 --data 目录 [选项]
              ./gongkai admin reset-password 用户名 --data 目录 [选项]
              ./gongkai admin unlock 用户名 --data 目录 [选项]

        命令：
          create-administrator  建一个全系统的管理员，印出一次性密码
          reset-password        重置密码，印出一次性密码
          unlock                解锁

        选项：
          --data 目录      数据目录
          --postgres 连接  改用 PostgreSQL
          --keys 文件      主密钥文件（默认 目录名.keys）
          --name 姓名      管理员的姓名
          --forget-second-factor  重置密码时一并取消两步验证（手机和恢复码都丢了）
          -h, --help       显示这段帮助

        退出码：
          0  做好了
          64 用法不对，或照着做不了

        例子：
          ./gongkai admin reset-password wang.min --data /srv/gongkai/data

        """;

    private const string Db = """
        数据库：迁移、核对、备份、恢复、换主密钥

        用法：./gongkai db 命令 [选项]

        命令：
          migrate        建立数据库，或升级到本程序的版本；第一次时建主密钥文件
          check          核对审计链、事件次序、文书编号、附件的内容；印出链头
          backup         备份数据库和附件到一个新目录（主密钥、销毁名单不在里面，要另外保管）
          restore        从备份恢复到空的地方
          rotate         换主密钥：加一个新版本，把全部资料换过来；断了可以再做一次

        选项：
          --data 目录    数据目录（默认环境变量 GONGKAI_DATA，再默认 gongkai-data）
          --keys 文件    主密钥文件（默认“数据目录.keys”）；不得放在数据目录里
          --out 目录     backup：备份到哪里，不存在的目录
          --from 目录    restore：从哪里恢复
          --retire-old   rotate：换完删去旧版本。要先停下所有网站；旧备份从此打不开
          -h, --help     显示这段帮助

        用 PostgreSQL 时，连接字串写在环境变量 GONGKAI_POSTGRES 里（写在命令行上会被别人看到）。

        退出码：
          0  做好了，没有问题
          1  核对出了问题，或有附件没有备份到
          2  做不了：原因见说明
          64 用法不对

        例子：
          ./gongkai db migrate --data 数据
          ./gongkai db check --data 数据
          ./gongkai db backup --data 数据 --out 备份/20260302
          ./gongkai db restore --from 备份/20260302 --data 新数据 --keys 数据.keys

        """;

    /// <summary>这个命令的帮助。</summary>
    public static string For(Command command) => command.Parents.Any(p => p.Name == "db") ? Db : command.Name switch
    {
        "db" => Db,
        "report" => Report,
        "check" => Check,
        "sum" => Sum,
        "tables" => Tables,
        "deadline" => Deadline,
        "rules" => Rules,
        "serve" => Serve,
        "admin" or "create-administrator" or "reset-password" or "unlock" => Admin,
        _ => Root,
    };

    /// <summary>用法不对时接着说怎么办。</summary>
    public static string Remedy(Command command) => $"请看用法：./gongkai {command.Name switch
    {
        _ when command.Parents.Any(p => p.Name == "db") => "db ",
        "check" => "report check ",
        "sum" => "report sum ",
        "create-administrator" or "reset-password" or "unlock" => "admin ",
        "tables" => "report tables ",
        "gongkai" => "",
        var name => $"{name} ",
    }}--help";
}
