using System.Collections.Frozen;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Claims;

/// <summary>说数的句子里认得的词。写成折叠后的样子。</summary>
internal static class ClaimWords
{
    /// <summary>有这些词的句子才读。</summary>
    public static readonly PhraseSet Anchors = new(
        "公开申请", "依申请公开", "申请公开", "信息公开的申请", "政府信息的申请", "收到申请", "新收", "上年结转", "上年度结转", "结转下", "结转至", "办结", "答复", "予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理",
        "重复申请", "零申请", "自然人", "复议", "诉讼", "起诉", "结果维持", "结果纠正", "规范性文件", "规章", "现行有效", "行政许可", "行政处罚", "行政强制", "事业性收费");

    /// <summary>表三各小项的行，序号见 <see cref="ClaimRole.Leaf"/> 的参数。</summary>
    public static readonly string[] LeafRows =
    [
        "refused.stateSecret", "refused.prohibitedByLaw", "refused.securityAndStability", "refused.thirdPartyRights", "refused.internalAffairs", "refused.deliberative", "refused.enforcementFile",
        "refused.administrativeInquiry", "unavailable.notHeld", "unavailable.needsCreation", "unavailable.unclearAfterSupplement", "unprocessed.petition", "unprocessed.repeated",
        "unprocessed.publication", "unprocessed.excessive", "unprocessed.reconfirmation", "other.supplementOverdue", "other.feeOverdue",
    ];

    /// <summary>自某处起最长的一个词；没有时长度为 0。</summary>
    public static (int Length, ClaimRole Role, byte Parameter) At(ReadOnlySpan<char> text)
    {
        var first = Firsts[text[0]];
        if (first == 0)
        {
            return default;
        }

        if (text.Length > 1 && Sieve.MayBegin(text[0], text[1]) && Pairs.TryGetValue(Pair(text[0], text[1]), out var words))
        {
            foreach (var (word, role, parameter) in words)
            {
                if (text.StartsWith(word))
                {
                    return (word.Length, role, parameter);
                }
            }
        }

        return (first == (byte)ClaimRole.Unknown ? 0 : 1, (ClaimRole)first, 0);
    }

    private static uint Pair(char first, char second) => ((uint)first << 16) | second;

    private static IEnumerable<(string Word, ClaimRole Role, byte Parameter)> All()
    {
        foreach (var (role, words) in Words)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (word, role, 0);
            }
        }

        for (var row = 0; row < LeafWords.Length; row++)
        {
            foreach (var word in LeafWords[row].Split(' '))
            {
                yield return (word, ClaimRole.Leaf, (byte)row);
            }
        }
    }

    private static byte[] ByFirst()
    {
        var firsts = new byte[char.MaxValue + 1];
        foreach (var (word, role, _) in All())
        {
            firsts[word[0]] = word.Length == 1 ? (byte)role : firsts[word[0]] == 0 ? (byte)ClaimRole.Unknown : firsts[word[0]];
        }

        return firsts;
    }

    private static readonly string[] LeafWords =
    [
        "属于国家秘密", "其他法律行政法规禁止公开 法律行政法规禁止公开", "危及“三安全一稳定” 三安全一稳定", "保护第三方合法权益", "属于三类内部事务信息 三类内部事务信息 内部事务信息 属于内部事务信息",
        "属于四类过程性信息 四类过程性信息 过程性信息 属于过程性信息", "属于行政执法案卷 行政执法案卷 行政执法案卷信息 属于行政执法案卷信息", "属于行政查询事项 行政查询事项", "本机关不掌握相关政府信息 本机关不掌握 不掌握相关政府信息",
        "没有现成信息需要另行制作 没有现成信息", "补正后申请内容仍不明确 补正后仍不明确", "信访举报投诉类申请 信访、举报、投诉类申请 信访举报投诉类", "重复申请", "要求提供公开出版物", "无正当理由大量反复申请 大量反复申请",
        "要求行政机关确认或重新出具已获取信息", "逾期不补正 申请人无正当理由逾期不补正", "逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用",
    ];

    private static readonly (ClaimRole Role, string Words)[] Words =
    [
        (ClaimRole.Filler, "共 共计 合计 总计 总共 一共 计 为 是 达 达到 达到了 了 有 的 数 量 数量 件数 总数 总量 总件数 总数量 数量为 情况 情形 的情况 的情形 案件 案件数 案件数量 事项 事件 案 件 办件 申请件 决定 处理决定 行政决定 决定书"
            + " 措施 行为 各类 各项 各种 各方面 类 类型 任何 任何形式 形式 依法 依规 按规定 按要求 及时 按时 按期 如期 已 已经 也 还 又 则 即 经 本 该 其 由 被 一律 实际 予 方面 工作 工作中 过程中 中"
            + " 年度 年度内 期间 目前 在 法定期限内 法定时限内 规定期限内 规定时限内 期限内 限期内 公民、法人或其他组织 公民、法人和其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人、其他组织 公民、法人与其他组织"
            + " 自然人、法人或其他组织 自然人、法人和其他组织 自然人、法人或者其他组织 自然人、法人及其他组织 向我镇 向我乡 向我办 向我委 向我厅 向我街道 向我中心 向我县 向我区 向我市 向本镇 向本局 向我机关 公民 法人 其他组织 其它组织 个人 社会公众 公众 群众 社会 申请人 当事人 行政相对人 相对人 企业 提出 提交 递交 发出 要求 获取 相关 有关 来自 向我局 向本机关 向本单位 向我单位"
            + " 和其他组织 或其他组织 或者其他组织 金额 金额为 总额 收入 款 项目 而 且 至 到 累积 另 另有 此外 同时 经过 直接 继续办理 继续 收费金额 本年收费金额 本年处理决定数量 本年制发件数 名义 给 中国公民 作出的 需要 予以 上报 报送 机关 自己 做到 实现 保持 保持了 继续保持"
            + " 答复书 及其 答复意见 群众或者单位 群众或单位 群众和单位 单位或个人 单位和个人 单位或者个人 个人或单位 个人和单位 递交过 提出过 提交过"),
        (ClaimRole.And, "和 及 以及 与 并 或 或者 并且 暨"),
        (ClaimRole.Both, "均 都 皆 均为 都是 均是 全为 全部 均依法 均已 全部依法"),
        (ClaimRole.Each, "各"),
        (ClaimRole.Respectively, "分别 依次"),
        (ClaimRole.Not, "未 没有 无 尚未 并未 从未 未曾 不存在 不涉及 未涉及 无涉及 均未 没 未有 尚无 暂无 并无 均无 也无 也未 也没有 暂未 未予 无人 无一人 没有人 没有任何人 没有一位 没有一名 没有一个 没有一家 没有一人 没有一件 一件也没有 一件都没有 一件也未 一件都未"),
        (ClaimRole.Receive, "收到 接到 接收 收 收悉 共收到 登记 收件 接收到 接受 收受 收到的 登记受理 接件 收到过 接到过"),
        (ClaimRole.ReceiveNew, "新收 新收到 本年新收 新接到 新接收 新增 新受理 本年度新收 新收件"),
        (ClaimRole.Accept, "受理 受理了 接收受理 收到并受理"),
        (ClaimRole.Handle, "办结 办理 处理 办理完毕 办毕 处置 办理完成 办理办结 本年度办理结果 已办结 办理了 处理了"),
        (ClaimRole.Answer, "答复 回复 答复了 办理答复 回复了 办结答复 答复办结 作出答复 予以答复"),
        (ClaimRole.CarryIn, "上年结转 上年度结转 上一年结转 上一年度结转 去年结转 结转上年 结转上年度 结转上一年度 上年结转的 往年结转 结转自上年 上年度转入 上年转入"),
        (ClaimRole.CarryOut, "结转下年 结转下年度 结转下一年 结转下一年度 结转至下年 结转至下年度 结转至下一年 结转至下一年度 结转次年 结转至次年 结转到下年 结转到下年度 结转到下一年度 结转明年 结转至明年 结转下年度继续办理 结转下年继续办理 结转下年度办理 结转下一年度办理 结转下年办理 结转至下年度办理 跨年办理 跨年度办理 正在办理 尚在办理 转入下年 转入下年度 转下年 转下年度 转入下一年度 未办结 尚未办结 未答复 转下一年度 待办理"),
        (ClaimRole.Carry, "结转"),
        (ClaimRole.Due, "应办 应办理 应办结 应答复"),
        (ClaimRole.Granted, "予以公开 同意公开 全部公开 已公开 主动予以公开 决定予以公开"),
        (ClaimRole.PartlyGranted, "部分公开 予以部分公开 同意部分公开 决定部分公开"),
        (ClaimRole.Refused, "不予公开 不同意公开 不予以公开 决定不予公开"),
        (ClaimRole.Unavailable, "无法提供 不能提供"),
        (ClaimRole.Unprocessed, "不予处理 不再处理"),
        (ClaimRole.OtherHandling, "其他处理 作其他处理 其它处理 作出其他处理"),
        (ClaimRole.Upheld, "维持 结果维持 被维持 维持原行政行为 予以维持"),
        (ClaimRole.Corrected, "纠正 结果纠正 被纠正 予以纠正"),
        (ClaimRole.OtherResult, "其他结果 其它结果"),
        (ClaimRole.Pending, "尚未审结 未审结 正在审理 尚在审理"),
        (ClaimRole.Concluded, "审结 已审结"),
        (ClaimRole.Issue, "制发 制定 出台 印发 制定出台 制定印发 新制定 新出台 新制发 制作 制订 制定发布 制定并印发 本年制发 制定了 印发了 出台了 制发了 制定并公布 新印发"),
        (ClaimRole.Repeal, "废止 废止了 宣布失效 废止失效 废止和失效 本年废止 失效 宣布废止"),
        (ClaimRole.InForce, "现行有效 现行有效的 继续有效 有效"),
        (ClaimRole.Decide, "作出 做出 实施 核发 作出了 实施了 办理的 采取 作 下达"),
        (ClaimRole.Collect, "收取 征收 收缴 收取了 设置 设立 设"),
        (ClaimRole.Provoke, "发生 引发 引起 产生 导致 提起 被提起 被申请 申请了 涉及 涉 引发的 引起的 产生的 提起的 发生的 遭 出现 而引发 而引发的 而提起 而产生 导致的 涉及的 被诉 被复议"),
        (ClaimRole.Publish, "公开 公示 发布 公布 上传 主动公开 公开发布 刊发 刊登 公开了 发布了 推送 录入 归集 双公示 公开各类"),
        (ClaimRole.Request, "政府信息公开申请 信息公开申请 公开申请 依申请公开申请 依申请公开的申请 依申请公开事项 依申请公开件 依申请公开案件 依申请公开申请件 依申请公开办件 依申请公开信息申请 依申请公开政府信息申请 依申请公开政府信息的申请"
            + " 依申请信息公开申请 公开政府信息的申请 公开政府信息申请 获取政府信息的申请 获取政府信息申请 政府信息公开的申请 信息公开的申请 政务公开申请 政府信息依申请公开申请 政府信息公开申请件 政府信息公开申请事项 政府信息公开申请案件 政府信息公开依申请"
            + " 政府信息公开依申请件 依申请公开诉求 依申请公开政府信息公开申请 依申请公开业务 申请公开政府信息事项 申请公开事项 申请政府信息公开事项 申请政府信息公开件 申请信息公开事项 政府信息申请 依申请政府信息公开申请 依申请公开申请事项 信息公开申请事项 政府信息公开申请办件 申请公开政府信息 申请公开信息 申请政府信息公开 申请获取政府信息"),
        (ClaimRole.WeakRequest, "依申请公开 政府信息依申请公开 依申请政府信息公开 依申请信息公开 信息依申请公开 依申请公开类 依申请公开数"),
        (ClaimRole.Items, "依申请公开信息 依申请公开政府信息 依申请公开的信息 依申请公开的政府信息 依申请公开信息数 依申请公开目录"),
        (ClaimRole.Apply, "申请 公开的申请"),
        (ClaimRole.Review, "行政复议 复议 行政复议申请 复议申请 行政复议案件 复议案件 行政复议案"),
        (ClaimRole.Lawsuit, "行政诉讼 诉讼 行政诉讼案件 诉讼案件"),
        (ClaimRole.DirectLawsuit, "未经复议直接起诉 直接起诉 未经复议直接起诉的行政诉讼 未经复议直接起诉案件"),
        (ClaimRole.LawsuitAfterReview, "复议后起诉 经复议后起诉 复议后再起诉 复议后起诉案件"),
        (ClaimRole.Rules, "规章 政府规章 部门规章"),
        (ClaimRole.Normative, "规范性文件 行政规范性文件"),
        (ClaimRole.Licensing, "行政许可 行政许可案件"),
        (ClaimRole.Penalty, "行政处罚 行政处罚案件"),
        (ClaimRole.Coercion, "行政强制 行政强制措施 行政强制执行"),
        (ClaimRole.Charges, "行政事业性收费 事业性收费"),
        (ClaimRole.Person, "自然人 自然人申请"),
        (ClaimRole.Corporate, "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人或其他组织申请 法人、其他组织"),
        (ClaimRole.Disclosure, "政府信息公开 信息公开 政务公开 政府信息公开类 信息公开类 政府信息公开工作 政务公开工作 信息公开工作 政府信息公开方面 政府信息公开答复"),
        (ClaimRole.OtherTopic, "信访 投诉 举报 咨询 留言 建议 提案 议案 热线 公开属性 12345 来信 来电 来访 政务服务 信箱 邮箱 网民 工单 诉求 政策解读 新闻 培训 会议 信息处理费 收费通知 行政许可申请 许可申请 行政许可事项 行政许可信息 行政处罚信息"
            + " 行政强制信息 行政许可公示 规章制度 应诉 行政应诉 听证 检举 来件 稿件 公文 意见建议 问题 公积金 工伤认定 补贴申请 救助申请 贷款 登记申请 复议诉讼 民事诉讼 刑事诉讼 公益诉讼 诉讼服务 检察建议 司法建议 行政许可目录 行政许可结果 行政处罚结果"
            + " 许可办件 办件量 办件 行政处罚决定信息 行政许可决定信息 规范性文件解读 行政处罚罚款 罚款 处罚金额 罚没"),
        (ClaimRole.Cause, "因 由于 因为 针对 就 围绕 关于 对于 以 涉嫌 因此 由此 对"),
        (ClaimRole.Part, "其中 其中包括 其中含 其中有 市本级 县本级 区本级 本级 局本级"),
        (ClaimRole.Include, "含 包括 包含 含有 加上 加 加上年 连同"),
        (ClaimRole.Channel, "网上 网络 线上 书面 当面 信函 邮寄 邮政 电子邮件 传真 现场 窗口 平台 系统 网站 渠道 途径 线下 网页 电话 来函 快递 公众号 小程序 纸质 在线 通过"),
        (ClaimRole.Compare, "较 比 同比 环比 增加 减少 增长 下降 上升 降低 增多 多于 少于 同期 增幅 降幅 翻 提高 回落 多了 少了"),
        (ClaimRole.ComparedWith, "相比 相比较 比较 对比"),
        (ClaimRole.Plan, "将 拟 力争 计划 预计 争取 下一步 目标 确保 拟于 如 若 如果 凡 假如 可能 应当 要在 今后 原则上 不得"),
        (ClaimRole.Proxy, "代拟 代为 代收 代征 代扣 代市政府 代县政府 代区政府 联合 牵头起草 起草 参与 会同 协助 配合 转办 转送 移送 移交 审核 审查 备案 清理 抽查 评查 解读 转发 复议机关 复议机构 审理 代理 除 以外 抽取 指导 督促 协调 模拟 累计以来 待遇 减免 免征 减征 免收 停征 取消 退还 误收 新发生 新引发 新提起 一审 二审 再审 出庭 免予 不予受理 立案 败诉 被撤销 仍执行 仍在执行 继续执行 沿用 继续沿用 仍适用 继续适用 早年 早些年 前些年 以前年度 以往年度 合法性审核 修订 修改 修编"),
        (ClaimRole.Own, "我局 我委 我办 我镇 我乡 我厅 我院 我处 我所 我站 我队 我单位 我中心 我街道 我机关 我部门 本机关 本单位 本局 本委 本办 本镇 本乡 本街道 本中心 本部门 我政府 我办事处 我会 我行 我校 我司 我大队 我支队 我街 全局 全委 全镇 全乡 全街道 全办 全厅 我室 我管委会 全中心 全街"),
        (ClaimRole.Whole, "全市 全县 全区 全省 全州 全旗 全盟 我市 我县 我区 我省 我州 我旗 本市 本县 本区 本省"),
        (ClaimRole.Others, "全国 全系统 各部门 各单位 各级 各镇 各乡镇 各地 各街道 各镇街 各县 各区 各科室 上级 所属 下属 局属 辖区 其他单位 兄弟单位 市直 县直 区直 下级 各乡 各村 基层 各县区 各区县 各市 有关部门 相关部门 其他部门 各相关 各责任 下设 直属 二级单位 作为复议机关 作为行政复议机关 作为复议机构 行政复议机构"),
        (ClaimRole.ThisYear, "今年 全年 全年度 年内 一年来 本年 本年度 当年 报告年度 当年度 今年以来"),
        (ClaimRole.LastYear, "去年 上年 上年度 上一年 上一年度 前年 往年 上年同期 去年同期"),
        (ClaimRole.NextYear, "明年 下年 下年度 下一年 下一年度 次年"),
        (ClaimRole.ManyYears, "历年 以来 近年 近年来 近三年 近两年 近五年 三年来 五年来 两年来 年均 连续 每年 平均 历史"),
        (ClaimRole.Cumulative, "累计"),
        (ClaimRole.PartOfYear, "上半年 下半年 季度 月份 每月 每季度 年初 前三季度 当月 当天 当日 月底 期末"),
        (ClaimRole.About, "约 近 将近 接近 大约 大概 约为"),
        (ClaimRole.AtLeast, "超过 逾 突破 多达 不少于 至少 超"),
        (ClaimRole.AtMost, "不足 不到 不超过 至多 最多"),
    ];

    // Last, because they are built from the lists above. By first character: the role of a word of one character, Unknown where only longer words begin so.
    private static readonly byte[] Firsts = ByFirst();

    // By the first two characters, the longest words first.
    private static readonly FrozenDictionary<uint, (string Word, ClaimRole Role, byte Parameter)[]> Pairs =
        All().Where(w => w.Word.Length > 1).GroupBy(w => Pair(w.Word[0], w.Word[1])).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());

    private static readonly PairSieve Sieve = Sieved();

    private static PairSieve Sieved()
    {
        var sieve = new PairSieve();
        foreach (var (word, _, _) in All())
        {
            if (word.Length > 1)
            {
                sieve.Add(word[0], word[1]);
            }
        }

        return sieve;
    }
}
