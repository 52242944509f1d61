using Gongkai.UseCases.Archives;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Reports.Digests;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases;

/// <summary>经办人日常的用例。</summary>
internal static class CaseWorkSetup
{
    public static void AddCaseWork(this IServiceCollection services)
    {
        services.AddScoped<PreviewAct>();
        services.AddScoped<AddNote>();
        services.AddScoped<SeeApplicant>();
        services.AddScoped<VoidLetter>();
        services.AddScoped<PrintSheet>();
        services.AddScoped<TellConsultation>();
        services.AddScoped<AttachFiles>();
        services.AddScoped<ComputeFee>();
        services.AddScoped<SplitRequest>();
        services.AddScoped<HandOver>();
        services.AddScoped<CalendarFeed>();
        services.AddScoped<ExportRegister>();
        services.AddScoped<KeepMailSettings>();
        services.AddScoped<DailyDigest>();
        services.AddScoped<WaitingApprovals>();
        services.AddScoped<KeepOwnMail>();
        services.AddScoped<AppraiseArchives>();
    }
}
