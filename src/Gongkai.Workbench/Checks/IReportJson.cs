using Gongkai.Reports.Checking;

namespace Gongkai.Workbench.Checks;

/// <summary>把结果写成命令行同样的 JSON（<c>gongkai.report/1</c>），每份一行，行尾不带换行。</summary>
public interface IReportJson
{
    /// <summary>一份报告。</summary>
    string Report(CheckedReport report);

    /// <summary>一个读不了的文件。</summary>
    string Unread(CheckedFile file);

    /// <summary>一批的最后一行。</summary>
    string Batch(IReadOnlyList<CheckedFile> files);
}
