# Run inside this folder: gnuplot steps.gp
# Saddlery 0.1.0
# model: f = x·Wx/2, W the covariance of N variables in N/c observations, N = 100
# seed: 1
# convention: steps until |∇f| is 1e-06 of the largest met; κ = λ_max/λ_min of W
# 30 samples
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.3475
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'κ steps, or √κ' at graph 0.5, screen 0.965 center font ',13.0'
set label 'condition number κ' at graph 0.5, screen 0.255 center font ',12.0'
set ylabel 'steps until |∇f| is 10^{-6} of the largest' font ',12.0'
set logscale x
set format x '10^{%T}'
set logscale y
set format y '10^{%T}'

set label 'f = x·Wx/2, W sample covariances; a dot a sample; lines: exact rates of the best steps; of Adam f is 10^{-6} of the' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'first' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.14913, 0.20625 to screen 0.19247, 0.20625 nohead lw 2.2 lc rgb '#D55E00'
set label 'gradient descent' at screen 0.20413, 0.20625 left font ',10.5'
set arrow from screen 0.50833, 0.20625 to screen 0.55167, 0.20625 nohead lw 2.2 lc rgb '#0072B2'
set label 'momentum' at screen 0.56333, 0.20625 left font ',10.5'
set label '' at screen 0.1708, 0.16875 point pt 7 ps 0.5 lc rgb '#009E73'
set label 'Adam, axes along eigenvectors' at screen 0.20413, 0.16875 left font ',10.5'
set label '' at screen 0.53, 0.16875 point pt 7 ps 0.5 lc rgb '#CC79A7'
set label 'Adam, axes turned' at screen 0.56333, 0.16875 left font ',10.5'
set label '' at screen 0.1708, 0.13125 point pt 7 ps 0.5 lc rgb '#000000'
set label 'measured' at screen 0.20413, 0.13125 left font ',10.5'
set arrow from screen 0.50833, 0.13125 to screen 0.55167, 0.13125 nohead lw 2.2 lc rgb '#000000'
set label 'exact rate' at screen 0.56333, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'steps.svg'
plot \
  'steps.csv' using 1:2 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80D55E00' notitle, \
  'steps.csv' using 3:4 with points pt 7 ps 0.3 lw 0.1 lc rgb '#800072B2' notitle, \
  'steps.csv' using 5:6 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'steps.csv' using 7:8 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'steps.csv' using 9:10 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80009E73' notitle, \
  'steps.csv' using 11:12 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80CC79A7' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'steps.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'steps.png'
replot
unset output
