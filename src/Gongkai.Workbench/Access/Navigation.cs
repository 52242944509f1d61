using Gongkai.Core.Agencies;
using Gongkai.UseCases;

namespace Gongkai.Workbench.Access;

/// <summary>导航里的一项。</summary>
/// <param name="Text">文字。</param>
/// <param name="Path">站内路径。</param>
/// <param name="About">做什么，一句话，首页上显示。</param>
public sealed record NavigationItem(string Text, string Path, string About = "");

/// <summary>各种职责看得到哪几项。页面自己另有授权，这里只管不摆没有用的链接。</summary>
public static class Navigation
{
    /// <summary>这个人的导航。</summary>
    public static IEnumerable<NavigationItem> For(Actor actor)
    {
        yield return new NavigationItem("首页", "/");
        if (actor.HandlingAgencies.Any())
        {
            yield return new NavigationItem("待办", "/requests", "没有办结的申请，按答复期限先后");
            yield return new NavigationItem("登记簿", "/register", "全部申请，可以筛选、打印、导出");
            yield return new NavigationItem("交接", "/handover", "一个人手上的全部改由另一个人承办");
            yield return new NavigationItem("提醒", "/reminders", "每日邮件与日历订阅");
        }

        if (Any(actor, StaffRole.Officer) || Any(actor, StaffRole.DisclosureHead) || Any(actor, StaffRole.SigningLeader))
        {
            yield return new NavigationItem("鉴定", "/archives", "保管期满的，鉴定之后续存或者销毁；销毁登记");
        }

        if (actor.HandlingAgencies.Any() || Any(actor, StaffRole.Supervisor))
        {
            yield return new NavigationItem("表三", "/table-three", "收到和处理申请的情况，任一段时间");
        }

        if (Any(actor, StaffRole.Supervisor))
        {
            yield return new NavigationItem("督办", "/oversight", "各机关的件数、逾期与平均用时");
        }

        if (Any(actor, StaffRole.Administrator))
        {
            yield return new NavigationItem("账号", "/accounts", "建账号、给职责、重置密码、离任");
            yield return new NavigationItem("机关", "/agencies", "机关树、联系方式、办理口径");
            yield return new NavigationItem("发信", "/mail", "每日提醒用的发信服务器");
            yield return new NavigationItem("工作日历", "/calendar", "放假安排，导入新一年的通知");
        }

        if (Any(actor, StaffRole.Auditor))
        {
            yield return new NavigationItem("操作记录", "/audit", "谁在什么时候做了什么");
        }

        yield return new NavigationItem("年报体检", "/check", "检查政府信息公开工作年度报告");
    }

    /// <summary>是不是正在这一项里。</summary>
    public static bool IsHere(NavigationItem item, PathString path) => item.Path == "/" ? path == "/" : path.StartsWithSegments(item.Path, StringComparison.Ordinal);

    private static bool Any(Actor actor, StaffRole role) => actor.Grants.Any(g => g.Role == role);
}
