import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider, theme } from 'antd'
import en from 'antd/locale/en_GB'
import zh from 'antd/locale/zh_CN'
import { useNarrow } from '../look/narrow.ts'
import { antTheme, componentTheme, useDark } from '../look/theme.ts'
import { useLanguage } from '../texts/language.ts'
import { queries } from './queries.ts'
import { router } from './router.ts'

export function App() {
  const dark = useDark()
  const language = useLanguage()
  const narrow = useNarrow()
  return (
    <ConfigProvider
      locale={language === 'zh' ? zh : en}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        // on a phone what is pressed is as high as a finger is wide
        token: { ...antTheme(), ...(narrow ? { controlHeight: 40 } : {}) },
        components: componentTheme() ?? {},
      }}
      button={{ autoInsertSpace: false }}
      // what is wrong is in sight, and the first of it has the focus
      form={{ scrollToFirstError: { focus: true } }}
    >
      <AntApp component={false} notification={{ placement: 'bottomRight' }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
